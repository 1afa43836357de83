import { expect, it } from 'vitest'
import { createTeller } from './told-again.ts'

/** A teller of words, with what was told so far. */
function teller() {
  const told: string[] = []
  return { told, ...createTeller((word: string) => told.push(word)) }
}

it('tells what came while an answer was on its way once more after it, since the answer may be older', async () => {
  const { told, tell, withAnswer } = teller()
  tell('long before')
  let answer: (reply: { ok: true; word: string }) => void = () => {}
  const asked = withAnswer(
    () => new Promise<{ ok: true; word: string }>((resolve) => (answer = resolve)),
    ({ word }) => told.push(word),
  )
  tell('first')
  tell('second')
  answer({ ok: true, word: 'answer' })
  expect(await asked).toEqual({ ok: true, word: 'answer' })
  tell('after')
  expect(told).toEqual(['long before', 'first', 'second', 'answer', 'first', 'second', 'after'])
})

it('tells nothing again when no answer came, and for each of two questions its own', async () => {
  const { told, tell, withAnswer } = teller()
  const answers: ((reply: { ok: boolean } | null) => void)[] = []
  const ask = () => new Promise<{ ok: boolean } | null>((resolve) => answers.push(resolve))
  const refused = withAnswer(ask, () => told.push('never'))
  tell('first')
  const lost = withAnswer(ask, () => told.push('never'))
  const third = withAnswer(ask, () => told.push('answer'))
  tell('second')
  answers[0]?.({ ok: false })
  answers[1]?.(null)
  answers[2]?.({ ok: true })
  expect(await Promise.all([refused, lost, third])).toEqual([{ ok: false }, null, { ok: true }])
  expect(told).toEqual(['first', 'second', 'answer', 'second'])
})
