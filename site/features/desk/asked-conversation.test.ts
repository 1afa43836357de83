import { signal } from '@preact/signals'
import { expect, it } from 'vitest'
import { askedConversation, openWhenReady } from './asked-conversation.ts'
import type { DeskView } from './desk-session.ts'
import { emptyDesk } from './desk-state.ts'

it('is named by the address, or is none', () => {
  expect(askedConversation('?conversation=4848e6a4-9177-5585')).toBe('4848e6a4-9177-5585')
  for (const search of ['', '?conversation=', `?conversation=${'a'.repeat(500)}`])
    expect(askedConversation(search)).toBe(null)
})

it('is opened once, when the desk knows its list', async () => {
  const view = signal<DeskView>({ is: 'loading' })
  const selected: (string | null)[] = []
  openWhenReady({ view, select: async (id) => void selected.push(id) }, 'a')
  view.value = { is: 'desk', state: emptyDesk, problem: null }
  await Promise.resolve()
  expect(selected).toEqual([])
  const me = { accountId: 'sam', name: 'Sam', available: true, capacity: 4, helpsWith: [] }
  for (const link of ['connected', 'restored'] as const) {
    view.value = { is: 'desk', state: { ...emptyDesk, link, me }, problem: null }
    await Promise.resolve()
  }
  expect(selected).toEqual(['a'])
})
