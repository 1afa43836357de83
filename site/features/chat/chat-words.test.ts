import { describe, expect, it } from 'vitest'
import type { VisitorConversation } from '#protocol/visitor.ts'
import { conversation as waiting } from './chat-session.fixture.ts'
import { headingFor, placeInQueue, statusFor, waitInWords } from './chat-words.ts'
import { openState, reduce } from './conversation-state.ts'

describe('what the chat says', () => {
  it('names the person you talk to, and says that it is a person', () => {
    const talking = { ...waiting, state: 'with-navigator', navigatorName: 'Sam' } as const
    expect(headingFor(talking)).toBe('You are talking to Sam, a person in the council’s team')
    expect(headingFor(talking, true)).toBe('You are talking to Sam')
    expect(headingFor(waiting)).toBe('You are waiting for a navigator')
    expect(headingFor({ ...waiting, channel: 'message' })).toBe('Your message is with the navigators')
  })

  it('tells the place in the queue', () => {
    const at = (queuePosition: number | null) => placeInQueue({ ...waiting, queuePosition })
    expect(at(1)).toBe('You are next.')
    expect(at(2)).toBe('You are number 2 in the queue. 1 person is before you.')
    expect(at(3)).toBe('You are number 3 in the queue. 2 people are before you.')
    expect(at(null)).toBe('')
    expect(placeInQueue({ ...waiting, state: 'ended' })).toBe('')
  })

  it('tells how long it may take, and never promises when nobody is there', () => {
    const told = (helpdesk: Partial<VisitorConversation['helpdesk']>) =>
      waitInWords({ ...waiting, helpdesk: { ...waiting.helpdesk, ...helpdesk } })
    expect(told({})).toBe(
      'A navigator is here now. We cannot say how long it takes: too few people have waited lately.',
    )
    expect(told({ expectedWaitMinutes: 4 })).toBe(
      'A navigator is here now. Lately people waited about 4 minutes.',
    )
    expect(told({ available: false, sentence: 'Nobody reads this until 9am on Monday.' })).toBe(
      'Nobody reads this until 9am on Monday.',
    )
  })

  it('tells when the line dropped and when it is back', () => {
    const state = { ...openState(waiting, []), link: 'connected' } as const
    expect(statusFor(state, false)).toBe('')
    const dropped = reduce(state, { type: 'link', connection: { is: 'reconnecting', attempts: 1 } })
    expect(statusFor(dropped, false)).toContain('Your connection dropped for a moment.')
    expect(statusFor(reduce(dropped, { type: 'link', connection: { is: 'connected' } }), true)).toBe(
      'Your connection dropped for a moment. We are back, nothing was lost.',
    )
  })
})
