import { expect, it } from 'vitest'
import { readTogether } from './read-together.ts'

function start() {
  const reads: PromiseWithResolvers<number>[] = []
  const read = readTogether(() => {
    const begun = Promise.withResolvers<number>()
    reads.push(begun)
    return begun.promise
  })
  return { reads, read }
}

const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

it('reads once for all who ask in one turn', async () => {
  const { reads, read } = start()
  const asked = [read(), read(), read()]
  await endOfTurn()
  expect(reads).toHaveLength(1)
  reads[0]?.resolve(7)
  expect(await Promise.all(asked)).toEqual([7, 7, 7])
})

it('gives nobody what was read before they asked', async () => {
  const { reads, read } = start()
  const first = read()
  await endOfTurn()
  const second = read()
  await endOfTurn()
  expect(reads).toHaveLength(2)
  reads[0]?.resolve(1)
  reads[1]?.resolve(2)
  expect([await first, await second]).toEqual([1, 2])
})

it('tells all who asked that it failed, and reads again for the next', async () => {
  const { reads, read } = start()
  const asked = [read(), read()]
  await endOfTurn()
  reads[0]?.reject(new Error('no'))
  for (const each of asked) await expect(each).rejects.toThrow('no')
  const next = read()
  while (reads.length < 2) await endOfTurn()
  reads[1]?.resolve(3)
  expect(await next).toBe(3)
})
