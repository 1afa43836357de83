import { expect, it } from 'vitest'
import { longestMessage } from '#protocol/conversation.ts'
import { askDraft } from './ask-draft.ts'

const club = { id: 'a', name: 'A club', href: '/services/a-club/', note: 'Private' }

it('names the services with their pages and leaves room for the question; notes stay on the device', () => {
  expect(askDraft([club], 'https://local-offer.example.org')).toBe(
    'I would like to ask about these services:\n- A club: https://local-offer.example.org/services/a-club/\n\nMy question: ',
  )
})

it('always fits into a message', () => {
  const long = { ...club, name: 'A club with a very long name'.repeat(4) }
  const draft = askDraft(Array(50).fill(long), 'https://local-offer.example.org')
  expect(draft.length).toBeLessThan(longestMessage - 500)
  expect(draft).toMatch(/- and \d+ more/)
})
