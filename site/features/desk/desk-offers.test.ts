import { describe, expect, it } from 'vitest'
import type { DeskConversation } from '#protocol/desk.ts'
import { titleOf } from './desk-lists.ts'
import {
  colleagueInWords,
  colleaguesOf,
  fullInWords,
  hintsFor,
  listOf,
  offeredToMe,
  offerNews,
} from './desk-offers.ts'
import { type DeskState, emptyDesk } from './desk-state.ts'

const navigator = (accountId: string, chats: number, available = true) => ({
  ...{ accountId, name: accountId.toUpperCase(), available, chats, capacity: 4 },
})
const me = { accountId: 'sam', name: 'SAM', available: true, capacity: 4, helpsWith: ['Urdu'] }
const conversation = (id: string, changes: Partial<DeskConversation> = {}): DeskConversation => ({
  ...{ id, reference: 'LO-7KQ4-2M9X', channel: 'chat', state: 'waiting', visitorName: id, about: null },
  ...{ pageFrom: null, uses: [], preferredContact: null, navigatorId: null, navigatorName: null },
  ...{
    offeredTo: null,
    arrival: 0,
    startedAt: 0,
    waitingSince: 0,
    answerBy: null,
    block: null,
    promisedOn: null,
    callBack: false,
    endedAt: null,
  },
  ...{
    lastSeq: 0,
    seenByNavigator: 0,
    seenByVisitor: 0,
    textRemoved: false,
    lastMessage: null,
    hold: 'none',
  },
  ...{ tags: [], colleagues: [], showsEarlier: false },
  ...changes,
})
const mine = (changes: Partial<DeskConversation> = {}) =>
  conversation('Kim', { state: 'with-navigator', navigatorId: 'sam', ...changes })
const desk = (
  conversations: DeskConversation[],
  navigators = [navigator('sam', 1), navigator('alex', 2)],
) => {
  const queue = { open: true, closesAt: null, waiting: 0, longestWaitSince: null, navigatorsAvailable: 1 }
  const state: DeskState = { ...emptyDesk, me, queue: { ...queue, navigators }, conversations }
  return state
}

describe('passing a conversation on', () => {
  it('offers colleagues who are there, those with room first, and says how much they have', () => {
    const state = desk(
      [],
      [navigator('sam', 0), navigator('away', 0, false), navigator('full', 4), navigator('alex', 1)],
    )
    const colleagues = colleaguesOf(state)
    expect(colleagues.map(({ accountId }) => accountId)).toEqual(['alex', 'full', 'away'])
    expect(colleagues.map(colleagueInWords)).toEqual([
      '1 of 4 chats, available',
      '4 of 4 chats, full, available',
      '0 of 4 chats, away',
    ])
  })

  it('shows who is asked that they are, in the title of the tab too', () => {
    const asked = conversation('Kim', { state: 'with-navigator', navigatorId: 'alex', offeredTo: 'sam' })
    const state = desk([asked, mine()])
    expect(offeredToMe(state)).toEqual([asked])
    expect(titleOf({ waiting: [conversation('Jo')] }, 1)).toBe('(1 to take over, 1 waiting) Navigator desk')
  })

  it('tells what became of it', () => {
    const asked = desk([mine({ offeredTo: 'alex' })])
    expect(offerNews(asked, asked)).toBeNull()
    expect(offerNews(asked, desk([mine({ navigatorId: 'alex' })]))).toBe('ALEX has taken over Kim.')
    expect(offerNews(asked, desk([mine()]))).toBe('ALEX has not taken over Kim. It stays with you.')
    expect(offerNews(asked, desk([mine({ state: 'ended' })])), 'the family ended it').toBeNull()
    expect(offerNews(desk([mine()]), asked)).toBeNull()
  })
})

describe('hints', () => {
  const minute = 60_000
  const waiting = [
    conversation('first', { arrival: 1 }),
    conversation('urdu', { arrival: 2, uses: ['An interpreter: Urdu'] }),
  ]

  it('say why somebody suits, and who is next', () => {
    expect([...hintsFor({ me }, waiting, minute)]).toEqual([
      ['first', { suits: [], isNext: false }],
      ['urdu', { suits: ['Urdu'], isNext: true }],
    ])
    expect(hintsFor({ me }, waiting, 2 * minute).get('first')?.isNext, 'who waits long is next').toBe(true)
    expect(hintsFor({ me }, waiting.slice(0, 1), minute).get('first')?.isNext, 'nothing to choose').toBe(
      false,
    )
  })

  it('say beside “Take” that one has as many as one wants, and that one may', () => {
    expect(fullInWords(desk([], [navigator('sam', 3)]))).toBeNull()
    expect(fullInWords(desk([], [navigator('sam', 4)]))).toBe(
      'You have 4 chats, as many as you want at once. You can still take this one.',
    )
  })

  it('take what one helps with as it is typed', () => {
    expect(listOf(' Urdu, BSL,, urdu ; EHC plan ')).toEqual(['Urdu', 'BSL', 'EHC plan'])
  })
})
