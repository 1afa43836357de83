import { expect, it } from 'vitest'
import type { PlaceholderValues } from '#protocol/reply-placeholders.ts'
import { fittingReplies, likesEasyWords, putIn } from './reply-choices.ts'

const values: PlaceholderValues = {
  ...{ name: null, 'my name': 'Sam', council: 'the council', telephone: '01632 960 001' },
  ...{ 'closing time': null, 'answer day': null, reference: 'LO-7KQ4-2M9X' },
}
const reply = (id: string, title: string, text: string, easyText: string | null = null) => {
  return { id, team: true, title, text, easyText }
}
const replies = [
  reply('1', 'Hello', 'Hello {name}, I am {my name}. I look up sleep clinics.', 'Hello. I am {my name}.'),
  reply('2', 'Sleep', 'Ask the clinic.'),
  reply('3', 'Closing', 'We close at {closing time}.'),
]

it('finds by all the words, titles first, and fills in what is known', () => {
  const found = fittingReplies(replies, ' sleep ', { values, easyFirst: false })
  expect(found.map(({ reply: { id } }) => id)).toEqual(['2', '1'])
  expect(found[1]?.choices.map(({ text }) => text)).toEqual([
    'Hello, I am Sam. I look up sleep clinics.',
    'Hello. I am Sam.',
  ])
  expect(fittingReplies(replies, 'sleep school', { values, easyFirst: false })).toEqual([])
})

it('leaves out what would be empty now', () => {
  const found = fittingReplies(replies, '', { values, easyFirst: false })
  expect(found.map(({ reply: { id } }) => id)).toEqual(['1', '2'])
})

it('offers the Easy Read words first to whoever uses them', () => {
  expect(likesEasyWords(['A screen reader'])).toBe(false)
  for (const use of ['Easy Read', 'Short sentences', 'plain words please', 'Answers with symbols'])
    expect(likesEasyWords([use]), use).toBe(true)
  const [first] = fittingReplies(replies, 'hello', { values, easyFirst: true })
  expect(first?.choices.map(({ version }) => version)).toEqual(['easy', 'full'])
})

it('puts words in at the cursor, apart from those around them, and leaves the cursor behind them', () => {
  expect(putIn('', { start: 0, end: 0 }, 'Hello.')).toEqual({ text: 'Hello.', cursor: 6 })
  expect(putIn('Yes.And', { start: 4, end: 4 }, 'Hello.')).toEqual({ text: 'Yes. Hello. And', cursor: 11 })
  expect(putIn('Yes MARKED no', { start: 4, end: 10 }, 'and')).toEqual({ text: 'Yes and no', cursor: 7 })
})
