import { isThere, type Model, notice, type Outcome, refusalOf, type Talk } from './model.fixture.ts'

/** Colleagues in the talks of the model. Only tests import this. */
export function invite(model: Model, talk: Talk, name: string, to: string): Outcome {
  if (to === name || !isThere(model, to)) return 'ColleagueNotThere'
  const refusal = refusalOf(talk, name)
  if (refusal) return refusal
  talk.colleagues[to] ??= 'asked'
  return 'done'
}

export function join(talk: Talk, name: string): Outcome {
  if (talk.state === 'ended') return 'ConversationEnded'
  if (talk.colleagues[name] === 'joined') return 'done'
  if (talk.colleagues[name] === undefined) return 'InvitationOver'
  talk.colleagues[name] = 'joined'
  notice(talk)
  return 'done'
}

/** `by` is whose talk it is, or the colleague. */
export function leave(talk: Talk, by: string, name: string): Outcome {
  const refusal = by === name ? null : refusalOf(talk, by)
  if (refusal) return refusal
  const was = talk.colleagues[name]
  delete talk.colleagues[name]
  if (was === 'joined') notice(talk)
  return 'done'
}
