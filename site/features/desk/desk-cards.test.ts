import { expect, it } from 'vitest'
import type { Card } from '#protocol/cards.ts'
import { openTabStore } from '../conversation/outbox.ts'
import { createDeskCards } from './desk-cards.ts'

const card = (name: string): Card => ({
  kind: 'guide',
  path: `/guides/${name}/`,
  title: name,
  summary: '',
  recordId: null,
})
const inMemory = () =>
  openTabStore(() => {
    throw new Error('refused')
  })
function openCards() {
  const stores = { tab: inMemory(), device: inMemory() }
  const of = (accountId: string) => createDeskCards({ ...stores, accountId: () => accountId })
  return { ...stores, of }
}

it('keeps the card of a message that is being written, for its conversation alone', () => {
  const { of } = openCards()
  of('sam').save('one', card('a'))
  expect([of('sam').load('one'), of('sam').load('two'), of('alex').load('one')]).toEqual([
    card('a'),
    null,
    null,
  ])
  of('sam').save('one', null)
  expect(of('sam').load('one')).toBeNull()
})

it('remembers the last six cards that were given, the newest first, each once', () => {
  const { of } = openCards()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c']) of('sam').noteGiven(card(name))
  expect(
    of('sam')
      .recent()
      .map(({ title }) => title),
  ).toEqual(['c', 'g', 'f', 'e', 'd', 'b'])
  expect(of('alex').recent()).toEqual([])
})

it('forgets what cannot be read or leads elsewhere', () => {
  const { of, device } = openCards()
  for (const kept of ['{', '[1]', JSON.stringify([{ ...card('a'), path: 'javascript:alert(1)' }])]) {
    device.write('local-offer-desk-cards-sam', kept)
    expect(of('sam').recent()).toEqual([])
  }
})
