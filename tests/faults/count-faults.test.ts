import { describe, expect, it } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import { addCounts, countFaults, type Side } from './count-faults.ts'

/** Two people who wrote two messages each, and everything went well. */
function wellDone() {
  const stored = ['Hello', 'Hello to you', 'How are you?', 'Fine'].map((text, index) =>
    message(text, index + 1),
  )
  const [hello, toYou, how, fine] = stored
  const visitor = sideOf([hello, how], stored)
  const navigator = sideOf([toYou, fine], stored)
  return { stored, visitor, navigator }
}

const message = (text: string, seq: number): Message => ({
  ...{ seq, text, clientMessageId: `id of ${text}`, sentAt: 1, card: null, authorName: null },
  author: text.startsWith('H') && text !== 'Hello to you' ? 'visitor' : 'navigator',
})

function sideOf(own: readonly (Message | undefined)[], shown: readonly Message[]): Side {
  const mine = own.flatMap((one) => (one ? [one] : []))
  const idOf = ({ clientMessageId }: Message) => clientMessageId ?? ''
  return {
    written: mine.map((one) => ({ clientMessageId: idOf(one), text: one.text })),
    acknowledged: mine.map((one) => ({ clientMessageId: idOf(one), seq: one.seq })),
    shown: [...shown],
  }
}

describe('counting what a helpdesk did to messages', () => {
  it('finds nothing where nothing went wrong', () => {
    const { stored, visitor, navigator } = wellDone()
    expect(countFaults(stored, [visitor, navigator])).toEqual({
      ...{ sent: 4, acknowledged: 4, seen: 4 },
      ...{ lost: 0, doubled: 0, misordered: 0 },
    })
  })

  it('finds a message that was shown as sent and is not stored', () => {
    const { stored, visitor, navigator } = wellDone()
    const kept = stored.slice(0, 3)
    const pages = [visitor, { ...navigator, shown: kept }].map((side) => ({ ...side, shown: kept }))
    expect(countFaults(kept, pages)).toMatchObject({ acknowledged: 4, seen: 3, lost: 1 })
  })

  it('finds a message that one page never showed', () => {
    const { stored, visitor, navigator } = wellDone()
    const deaf = { ...navigator, shown: stored.filter(({ seq }) => seq !== 3) }
    expect(countFaults(stored, [visitor, deaf])).toMatchObject({ seen: 3, lost: 1, doubled: 0 })
  })

  it('finds a message that was stored twice, whatever ids it was given', () => {
    const { stored, visitor, navigator } = wellDone()
    const again = [...stored, { ...message('Fine', 5), clientMessageId: 'another id' }]
    const pages = [visitor, navigator].map((side) => ({ ...side, shown: again }))
    // Once in the store and once on each page.
    expect(countFaults(again, pages)).toMatchObject({ lost: 0, doubled: 3 })
  })

  it('finds a message that was acknowledged under two numbers', () => {
    const { stored, visitor, navigator } = wellDone()
    const [first] = visitor.acknowledged
    const twice = {
      ...visitor,
      acknowledged: [{ ...first, clientMessageId: 'id of Hello', seq: 9 }, ...visitor.acknowledged],
    }
    expect(countFaults(stored, [twice, navigator]).doubled).toBe(1)
  })

  it('finds numbers with gaps, pages in another order and messages stored in another order than written', () => {
    const { stored, visitor, navigator } = wellDone()
    const gap = stored.map((one) => ({ ...one, seq: one.seq + (one.seq > 2 ? 1 : 0) }))
    expect(countFaults(gap, []).misordered).toBe(2)
    const jumbled = { ...visitor, shown: visitor.shown.toReversed() }
    expect(countFaults(stored, [jumbled, navigator]).misordered).toBe(3)
    const overtaken = { ...visitor, written: visitor.written.toReversed() }
    expect(countFaults(stored, [overtaken, navigator]).misordered).toBe(1)
  })

  it('adds up what several conversations show', () => {
    const { stored, visitor, navigator } = wellDone()
    const counts = countFaults(stored, [visitor, navigator])
    expect(addCounts([counts, counts])).toMatchObject({ sent: 8, seen: 8, lost: 0 })
  })
})
