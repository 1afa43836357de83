import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invite, join, leave, takeOut } from './colleagues.ts'
import { mayRead, refuseInviting } from './concern.ts'
import {
  accept,
  claim,
  end,
  handBack,
  hasJoined,
  offer,
  refuseWriting,
  type Standing,
  start,
} from './conversation.ts'
import {
  AlreadyTaken,
  ColleagueNotThere,
  ConversationEnded,
  ConversationHeld,
  InvitationOver,
  NotTheLead,
  NotYetTaken,
} from './errors.ts'

const alex = { accountId: 'alex', name: 'Alex' }
const sam = { accountId: 'sam', asLead: false }
const lead = { accountId: 'lee', asLead: true }
const writer = (accountId: string) => ({ kind: 'navigator', accountId }) as const
const free = (standing: Standing) => ({ ...standing, held: false })
const held = (standing: Standing) => ({ ...standing, held: true })
const ofSam = () => claim(start('chat', 1), 'sam')

describe('a colleague who is asked into a conversation', () => {
  it('writes from the moment they join, and the first keeps it', () => {
    const asked = invite(ofSam(), sam, alex)
    expect(() => refuseWriting(asked, writer('alex'))).toThrow(AlreadyTaken)
    const joined = join(free(asked), 'alex')
    expect(joined).toMatchObject({ navigatorId: 'sam', colleagues: [{ accountId: 'alex', joined: true }] })
    refuseWriting(joined, writer('alex'))
    refuseWriting(joined, writer('sam'))
    expect(() => refuseWriting(joined, writer('kim'))).toThrow(AlreadyTaken)
    expect(() => handBack(joined, 'alex', 2)).toThrow(AlreadyTaken)
    expect(() => end(joined, writer('alex'), 2)).toThrow(AlreadyTaken)
  })

  it('is asked by who has it alone, and only once it is taken', () => {
    expect(() => invite(ofSam(), { accountId: 'kim', asLead: false }, alex)).toThrow(AlreadyTaken)
    expect(() => invite(start('chat', 1), sam, alex)).toThrow(NotYetTaken)
    expect(() => invite(start('chat', 1), lead, alex)).toThrow(NotYetTaken)
    expect(() => invite(ofSam(), sam, { accountId: 'sam', name: 'Sam' })).toThrow(ColleagueNotThere)
  })

  it('comes in only while asked, and not after the end', () => {
    expect(() => join(free(ofSam()), 'alex')).toThrow(InvitationOver)
    expect(() => join(free(takeOut(invite(ofSam(), sam, alex), sam, 'alex')), 'alex')).toThrow(InvitationOver)
    expect(() => join(free(end(invite(ofSam(), sam, alex), writer('sam'), 2)), 'alex')).toThrow(
      ConversationEnded,
    )
  })

  it('leaves, or is taken out by who has it, and writes no more', () => {
    const joined = join(free(invite(ofSam(), sam, alex)), 'alex')
    for (const left of [leave(joined, 'alex'), takeOut(joined, sam, 'alex')])
      expect(() => refuseWriting(left, writer('alex'))).toThrow(AlreadyTaken)
    expect(() => takeOut(joined, { accountId: 'alex', asLead: false }, 'alex')).toThrow(AlreadyTaken)
    expect(leave(joined, 'kim')).toBe(joined)
  })

  it('can take it over, and is then who has it', () => {
    const joined = join(free(invite(ofSam(), sam, alex)), 'alex')
    expect(accept(offer(joined, 'sam', 'alex', 3), 'alex')).toMatchObject({
      navigatorId: 'alex',
      colleagues: [],
    })
  })
})

describe('a conversation that a concern holds', () => {
  it('is opened to another by leads alone, whoever has it', () => {
    expect(() => refuseInviting({ held: true }, { accountId: 'sam', isLead: false })).toThrow(NotTheLead)
    refuseInviting({ held: true }, { accountId: 'lee', isLead: true })
    const joined = join(held(invite(ofSam(), lead, alex)), 'alex')
    expect(hasJoined(joined, alex)).toBe(true)
  })

  it('does not let in whoever was asked before, until a lead asks them', () => {
    const asked = invite(ofSam(), sam, alex)
    expect(() => join(held(asked), 'alex')).toThrow(ConversationHeld)
    expect(hasJoined(join(held(invite(asked, lead, alex)), 'alex'), alex)).toBe(true)
  })

  it('is read by who has it and who is in it, not by who is only asked', () => {
    const asked = invite(ofSam(), sam, alex)
    const person = { accountId: 'alex', isLead: false }
    expect(mayRead(held(asked), person)).toBe(false)
    expect(mayRead(held(join(free(asked), 'alex')), person)).toBe(true)
    expect(mayRead(free(asked), person)).toBe(true)
  })
})

it('lets nobody write whom nobody let in, whatever people do, in any order', () => {
  const people = ['sam', 'alex', 'kim']
  const step = fc.record({
    what: fc.constantFrom(
      'claim',
      'hand back',
      'end',
      'invite',
      'join',
      'leave',
      'take out',
      'offer',
      'accept',
    ),
    who: fc.constantFrom(...people),
    whom: fc.constantFrom(...people),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let standing = start('chat', 0)
      for (const { what, who, whom } of steps) {
        const by = { accountId: who, asLead: false }
        const before = standing
        standing = attempt(before, () => {
          if (what === 'claim') return claim(before, who)
          if (what === 'hand back') return handBack(before, who, 1)
          if (what === 'end') return end(before, writer(who), 1)
          if (what === 'invite') return invite(before, by, { accountId: whom, name: whom })
          if (what === 'join') return join(free(before), who)
          if (what === 'leave') return leave(before, who)
          if (what === 'take out') return takeOut(before, by, whom)
          if (what === 'offer') return offer(before, who, whom, 1)
          return accept(before, who)
        })
        const ids = standing.colleagues.map(({ accountId }) => accountId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain(standing.navigatorId)
        if (standing.state !== 'with-navigator') expect(ids).toEqual([])
        for (const person of people) {
          const isIn = standing.navigatorId === person || hasJoined(standing, { accountId: person })
          expect(canWrite(standing, person)).toBe(standing.state === 'with-navigator' && isIn)
          if (!wasIn(before, person) && wasIn(standing, person))
            expect([what, who]).toSatisfy(([did, by]) => by === person && /claim|join|accept/.test(did))
        }
      }
    }),
  )
})

function wasIn(standing: Standing, accountId: string): boolean {
  return standing.navigatorId === accountId || hasJoined(standing, { accountId })
}

function canWrite(standing: Standing, accountId: string): boolean {
  try {
    refuseWriting(standing, writer(accountId))
    return true
  } catch {
    return false
  }
}

function attempt(before: Standing, act: () => Standing): Standing {
  try {
    return act()
  } catch {
    return before
  }
}
