import { expect, it } from 'vitest'
import { createNewestOnly } from './newest-only.ts'

it('draws one preview a person at a time, and of those that wait the newest', async () => {
  const newest = createNewestOnly()
  const done: string[] = []
  const first = Promise.withResolvers<void>()
  const running = newest('amal', () => first.promise.then(() => done.push('first')))
  const older = newest('amal', async () => done.push('older'))
  const newer = newest('amal', async () => done.push('newer'))
  await expect(older).rejects.toThrow('A newer preview was asked for.')
  await newest('bo', async () => done.push('of another person'))
  first.resolve()
  await Promise.all([running, newer])
  expect(done).toEqual(['of another person', 'first', 'newer'])
})

it('goes on after one that failed', async () => {
  const newest = createNewestOnly()
  await expect(newest('amal', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await newest('amal', async () => 'drawn')).toBe('drawn')
})
