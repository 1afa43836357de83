import { expect, it } from 'vitest'
import { createPace } from './pace.ts'

function start() {
  const time = { now: 1000 }
  const pace = createPace({ pauseTimes: 9, longestPauseMs: 2_000, clock: () => time.now })
  const workFor = (ms: number) =>
    pace.work(async () => {
      time.now += ms
    })
  return { time, pace, workFor }
}

it('does not wait before the first piece of work', () => {
  expect(start().pace.waitMs()).toBe(0)
})

it('waits nine times as long as the work took', async () => {
  const { time, pace, workFor } = start()
  await workFor(20)
  expect(pace.waitMs()).toBe(180)
  time.now += 180
  expect(pace.waitMs()).toBe(0)
})

it('waits no longer than it may', async () => {
  const { pace, workFor } = start()
  await workFor(5_000)
  expect(pace.waitMs()).toBe(2_000)
})

it('waits after work that failed too', async () => {
  const { time, pace } = start()
  const failing = pace.work(async () => {
    time.now += 10
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(pace.waitMs()).toBe(90)
})
