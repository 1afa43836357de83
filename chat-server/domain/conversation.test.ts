import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  accept,
  becomeMessage,
  claim,
  decline,
  end,
  handBack,
  offer,
  refuseWriting,
  type Standing,
  start,
} from './conversation.ts'
import { AlreadyTaken, ConversationEnded, NotYetTaken, OfferOver } from './errors.ts'

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

  it('becomes a message at closing time, and stays with the navigator who has it', () => {
    expect(becomeMessage(start('chat', 1))).toMatchObject({ channel: 'message', state: 'waiting' })
    const taken = becomeMessage(claim(start('chat', 1), sam))
    expect(taken).toMatchObject({ channel: 'message', state: 'with-navigator', navigatorId: sam })
    expect(becomeMessage(taken)).toBe(taken)
    const ended = end(start('chat', 1), visitor, 2)
    expect(becomeMessage(ended)).toBe(ended)
  })

  it('stays with its navigator until the colleague whom they asked says yes', () => {
    const offered = offer(claim(start('chat', 1), sam), sam, alex, 5)
    expect(offered).toMatchObject({ navigatorId: sam, offeredTo: alex, offeredAt: 5 })
    expect(offer(offered, sam, alex, 9)).toBe(offered)
    expect(accept(offered, alex)).toMatchObject({ navigatorId: alex, offeredTo: null, offeredAt: null })
    expect(decline(offered, alex)).toMatchObject({ navigatorId: sam, offeredTo: null, offeredAt: null })
    expect(offer(offered, sam, null, 9)).toMatchObject({ navigatorId: sam, offeredTo: null, offeredAt: null })
  })

  it('is taken over only by whom it is offered to, and only while it is', () => {
    const taken = claim(start('chat', 1), sam)
    expect(() => accept(taken, alex)).toThrow(OfferOver)
    const offered = offer(taken, sam, alex, 5)
    expect(() => accept(offered, 'kim')).toThrow(OfferOver)
    expect(decline(offered, 'kim')).toBe(offered)
    expect(() => accept(handBack(offered, sam, 6), alex)).toThrow(OfferOver)
    expect(() => accept(end(offered, visitor, 6), alex)).toThrow(ConversationEnded)
    const over = accept(offered, alex)
    expect(accept(over, alex)).toBe(over)
  })

  it('is offered only by who has it', () => {
    expect(() => offer(start('chat', 1), sam, alex, 5)).toThrow(NotYetTaken)
    expect(() => offer(claim(start('chat', 1), alex), sam, 'kim', 5)).toThrow(AlreadyTaken)
    expect(() => offer(end(start('chat', 1), visitor, 2), sam, alex, 5)).toThrow(ConversationEnded)
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
