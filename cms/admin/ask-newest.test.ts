import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createNewestAsker } from './ask-newest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function asker() {
  const asked: string[] = []
  const shown: string[] = []
  const answers: PromiseWithResolvers<string>[] = []
  const newest = createNewestAsker({
    ask(value: string) {
      asked.push(value)
      const answer = Promise.withResolvers<string>()
      answers.push(answer)
      return answer.promise
    },
    show: (answer) => void shown.push(answer),
    showTrouble: (error) => void shown.push(String(error)),
    waitMs: 600,
  })
  return { newest, asked, shown, answers }
}

it('asks once somebody stops typing, about what they typed last', async () => {
  const { newest, asked } = asker()
  for (const value of ['a', 'ab', 'abc']) {
    newest.about(value)
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(300)
  expect(asked).toEqual(['abc'])
})

it('waits for an answer before it asks again, and goes on after trouble', async () => {
  const { newest, asked, shown, answers } = asker()
  newest.about('first')
  await vi.advanceTimersByTimeAsync(600)
  newest.about('second')
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toEqual(['first'])
  answers[0]?.reject(new Error('no connection'))
  await vi.advanceTimersByTimeAsync(600)
  expect(asked).toEqual(['first', 'second'])
  answers[1]?.resolve('page')
  await vi.advanceTimersByTimeAsync(0)
  expect(shown).toEqual(['Error: no connection', 'page'])
})

it('asks and shows nothing once it has ended', async () => {
  const { newest, asked, shown, answers } = asker()
  newest.about('first')
  await vi.advanceTimersByTimeAsync(600)
  newest.about('second')
  newest.end()
  answers[0]?.resolve('page')
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toEqual(['first'])
  expect(shown).toEqual([])
})
