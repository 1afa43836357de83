import { expect, it } from 'vitest'
import type { Author, Message } from '#protocol/conversation.ts'
import { messagesOfFamily } from './point-messages.ts'

const message = (seq: number, author: Author, text: string): Message => ({
  ...{ seq, author, text, authorName: null, sentAt: seq, clientMessageId: `id-${seq}`, card: null },
})

it('offers what the family wrote, the newest first, each short and in one line', () => {
  const long = 'letters '.repeat(20)
  const offered = messagesOfFamily([
    message(1, 'visitor', 'Letters are\nhard to read'),
    message(2, 'navigator', 'Thank you'),
    message(3, 'visitor', long),
    message(4, 'visitor', ''),
  ])
  expect(offered.map(({ id }) => id)).toEqual(['3', '1'])
  expect(offered.at(1)?.label).toBe('Letters are hard to read')
  expect(offered.at(0)?.label).toHaveLength(60)
})
