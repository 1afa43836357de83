import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  becomeMessage,
  claim,
  end,
  handBack,
  refuseWriting,
  type Standing,
  start,
} from './conversation.ts'
import { AlreadyTaken, ConversationEnded, NotYetTaken } from './errors.ts'

const sam = 'sam'
const alex = 'alex'
const visitor: Actor = { kind: 'visitor' }

describe('a conversation', () => {
  it('goes from waiting to a navigator to its end', () => {
    const waiting = start('chat', 1)
    expect(waiting).toMatchObject({ state: 'waiting', waitingSince: 1 })
    const taken = claim(waiting, sam)
    expect(taken).toMatchObject({ state: 'with-navigator', navigatorId: sam, waitingSince: null })
    expect(end(taken, { kind: 'navigator', accountId: sam }, 9)).toMatchObject({ state: 'ended', endedAt: 9 })
  })

  it('belongs to the first who takes it', () => {
    const taken = claim(start('chat', 1), sam)
    expect(() => claim(taken, alex)).toThrow(AlreadyTaken)
    expect(claim(taken, sam)).toBe(taken)
    expect(() => refuseWriting(taken, { kind: 'navigator', accountId: alex })).toThrow(AlreadyTaken)
  })

  it('is answered only by who took it', () => {
    expect(() => refuseWriting(start('chat', 1), { kind: 'navigator', accountId: sam })).toThrow(NotYetTaken)
    expect(() => handBack(start('chat', 1), sam, 2)).toThrow(NotYetTaken)
  })

  it('can end while waiting, by its visitor', () => {
    expect(end(start('chat', 1), visitor, 5)).toMatchObject({
      state: 'ended',
      waitingSince: null,
      endedAt: 5,
    })
  })

  it('takes nothing more after its end', () => {
    const ended = end(start('chat', 1), visitor, 2)
    expect(() => refuseWriting(ended, visitor)).toThrow(ConversationEnded)
    expect(() => claim(ended, sam)).toThrow(ConversationEnded)
    expect(() => handBack(ended, sam, 3)).toThrow(ConversationEnded)
    expect(end(ended, visitor, 4)).toBe(ended)
  })

  it('becomes a message only while it waits', () => {
    expect(becomeMessage(start('chat', 1)).channel).toBe('message')
    expect(becomeMessage(claim(start('chat', 1), sam)).channel).toBe('chat')
  })

  it('stays sound whatever people do, in any order', () => {
    const step = fc.record({
      what: fc.constantFrom('claim', 'hand back', 'end', 'visitor ends', 'close'),
      who: fc.constantFrom(sam, alex),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let standing = start('chat', 0)
        let owner: string | null = null
        let ended = false
        steps.forEach(({ what, who }, index) => {
          const now = index + 1
          const mine = !ended && owner === who
          const allowed = { claim: !ended && (owner === null || mine), 'hand back': mine, end: ended || mine }
          const next = attempt(() => {
            if (what === 'claim') return claim(standing, who)
            if (what === 'hand back') return handBack(standing, who, now)
            if (what === 'end') return end(standing, { kind: 'navigator', accountId: who }, now)
            if (what === 'visitor ends') return end(standing, visitor, now)
            return becomeMessage(standing)
          })
          if (what === 'claim' || what === 'hand back' || what === 'end')
            expect(next !== null).toBe(allowed[what])
          else expect(next).not.toBeNull()
          if (next === null) return
          if (what === 'claim') owner = who
          if (what === 'hand back') owner = null
          if (what === 'end' || what === 'visitor ends') ended = true
          standing = next
          expect(standing.state).toBe(ended ? 'ended' : owner ? 'with-navigator' : 'waiting')
          expect(standing.waitingSince !== null).toBe(standing.state === 'waiting')
          expect(standing.endedAt !== null).toBe(ended)
          expect(standing.navigatorId).toBe(owner)
        })
      }),
    )
  })
})

function attempt(act: () => Standing): Standing | null {
  try {
    return act()
  } catch {
    return null
  }
}
