import { expect, it } from 'vitest'
import { fillReply, type PlaceholderValues, placeholderProblem } from './reply-placeholders.ts'
import { savedReplyForm } from './saved-replies.ts'

const known: PlaceholderValues = {
  ...{ name: 'Kim', 'my name': 'Sam', council: 'Trafford Council', telephone: '01632 960 001' },
  ...{ 'closing time': '5pm', 'answer day': 'Wednesday 25 November', reference: 'LO-7KQ4-2M9X' },
}

it('fills all placeholders, as often as they come', () => {
  expect(fillReply('Hello {name}, I am {my name} from {council}. We close at {closing time}.', known)).toBe(
    'Hello Kim, I am Sam from Trafford Council. We close at 5pm.',
  )
  expect(fillReply('{name}, {name}!', known)).toBe('Kim, Kim!')
})

it.each([
  ['Hello {name}, how can I help?', 'Hello, how can I help?'],
  ['Hello {name}.', 'Hello.'],
  ['Thank you, {name}. Goodbye.', 'Thank you. Goodbye.'],
  ['{name}, thank you for waiting.', 'Thank you for waiting.'],
  ['Hello {name}\nI am here.', 'Hello\nI am here.'],
  ['I rang {name} today. I try again.', 'I try again.'],
])('without a name “%s” is “%s”', (text, filled) => {
  expect(fillReply(text, { ...known, name: null })).toBe(filled)
})

it('leaves out the sentence, and the line, whose words are not known now', () => {
  const closed = { ...known, 'closing time': null }
  expect(fillReply('I am here. We close at {closing time}. At 5.30pm too.', closed)).toBe(
    'I am here. At 5.30pm too.',
  )
  expect(fillReply('One.\nWe close at {closing time}.\nTwo.', closed)).toBe('One.\nTwo.')
  expect(fillReply('One.\n\nTwo.', closed)).toBe('One.\n\nTwo.')
  expect(fillReply('We close at {closing time}.', closed)).toBe('')
})

it('says which placeholder nothing fills, and what can stand there', () => {
  expect(placeholderProblem('Hello {name}')).toBeNull()
  expect(placeholderProblem('Hello {child}')).toBe(
    'We do not know what to put for {child}. Use {name}, {my name}, {council}, {telephone}, {closing time}, {answer day} or {reference}, or remove the curly brackets.',
  )
  const saved = savedReplyForm.safeParse({ title: 'Hello', text: 'Hello {name}', easyText: '{toString}' })
  expect(saved.error?.issues[0]).toMatchObject({ path: ['easyText'] })
  expect(savedReplyForm.parse({ title: 'Hello', text: 'Hello', easyText: ' ' })).toEqual({
    ...{ title: 'Hello', text: 'Hello', easyText: undefined },
  })
})
