import { expect, it } from 'vitest'
import { type DeskConversation, deskConversationSchema } from '#protocol/desk.ts'
import { alertWords, countCalls } from './desk-alert.ts'
import { askable, invitationsToMe, mayInvite } from './desk-colleagues.ts'
import { partConversations, titleOf } from './desk-lists.ts'
import { hasJoined, mayWrite } from './who-writes.ts'

const alex = { accountId: 'alex', name: 'Alex', available: true, capacity: 4, helpsWith: [] }
const talk = (changes: object): DeskConversation =>
  deskConversationSchema.parse({
    ...{ id: 'c1', reference: 'LO-7KQ4-2M9X', channel: 'chat', state: 'with-navigator', visitorName: null },
    ...{ about: null, navigatorName: 'Sam', startedAt: 1, endedAt: null, lastSeq: 0, seenByNavigator: 0 },
    ...{
      seenByVisitor: 0,
      textRemoved: false,
      pageFrom: null,
      uses: [],
      preferredContact: null,
      navigatorId: 'sam',
    },
    ...{ offeredTo: null, arrival: 1, waitingSince: null, answerBy: null, promisedOn: null, hold: 'none' },
    ...{ block: null, callBack: false, tags: [], colleagues: [], showsEarlier: false, lastMessage: null },
    ...changes,
  })
const asked = talk({ colleagues: [{ accountId: 'alex', name: 'Alex', joined: false }] })
const joined = talk({ colleagues: [{ accountId: 'alex', name: 'Alex', joined: true }] })

it('asks a colleague to join, by the list, the title and the alert', () => {
  const state = { me: alex, conversations: [asked] }
  expect(invitationsToMe(state)).toHaveLength(1)
  expect(invitationsToMe({ ...state, conversations: [joined] })).toEqual([])
  const cause = { waiting: 0, offered: 0, invited: 1, concerns: 0, available: false }
  expect(alertWords(cause)).toBe('1 conversation to join.')
  expect(countCalls(cause)).toBe(1)
  expect(titleOf({ waiting: [] }, 0, 0, 1)).toBe('(1 to join) Navigator desk')
})

it('lets who has joined write, and lists it under theirs', () => {
  expect(mayWrite(asked, alex)).toBe(false)
  expect(mayWrite(joined, alex)).toBe(true)
  expect(hasJoined({ ...joined, state: 'ended' }, alex)).toBe(false)
  expect(partConversations({ conversations: [joined], me: alex }).mine).toHaveLength(1)
  expect(partConversations({ conversations: [asked], me: alex }).others).toHaveLength(1)
})

it('offers to invite to who has it, and to leads alone while it is held', () => {
  const sam = { ...alex, accountId: 'sam', name: 'Sam' }
  expect(mayInvite(asked, sam, false)).toBe(true)
  expect(mayInvite(asked, alex, true)).toBe(false)
  expect(mayInvite(talk({ channel: 'telephone' }), sam, false)).toBe(false)
  const held = talk({ hold: 'readable' })
  expect(mayInvite(held, sam, false)).toBe(false)
  expect(mayInvite(held, alex, true)).toBe(true)
})

it('lets choose of those at the desk who are not in it yet', () => {
  const there = ['sam', 'alex', 'kim'].map((accountId) => ({
    ...{ accountId, name: accountId, available: true, chats: 0, capacity: 4 },
  }))
  const queue = {
    ...{ open: true, closesAt: null, waiting: 0, longestWaitSince: null, navigatorsAvailable: 3 },
    navigators: there,
  }
  const me = { ...alex, accountId: 'sam', name: 'Sam' }
  expect(askable({ me, queue }, asked).map(({ accountId }) => accountId)).toEqual(['kim'])
})
