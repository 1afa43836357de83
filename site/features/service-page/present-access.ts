import type { Service } from '#records/service.ts'

/** What a service says of its access, by answer. Each list holds words such as `Accessible toilet`. */
export interface AccessAnswers {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly ask: readonly string[]
  readonly notStated: readonly string[]
}

/** Sorts the access questions by their answer. */
export function accessAnswers(access: Service['access']): AccessAnswers {
  const withAnswer = (answer: 'yes' | 'no' | 'ask' | undefined) =>
    questions.filter(([key]) => access[key] === answer).map(([, words]) => words)
  return {
    yes: withAnswer('yes'),
    no: withAnswer('no'),
    ask: withAnswer('ask'),
    notStated: withAnswer(undefined),
  }
}

/** True when the record says nothing at all of access. */
export function saysNothingOfAccess(access: Service['access']): boolean {
  return access.notes === undefined && questions.every(([key]) => access[key] === undefined)
}

const questions = [
  ['wheelchair', 'Step-free for wheelchairs'],
  ['toilet', 'Accessible toilet'],
  ['changingPlace', 'Changing Places toilet'],
  ['hearingLoop', 'Hearing loop'],
  ['bsl', 'British Sign Language'],
  ['quietSpace', 'Quiet space'],
  ['parking', 'Disabled parking'],
  ['publicTransport', 'Near public transport'],
  ['communicationAids', 'Communication aids welcome'],
] as const satisfies readonly (readonly [keyof Service['access'], string])[]
