import fc from 'fast-check'
import { expect } from 'vitest'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Model, Outcome, Talk } from './model.fixture.ts'
import type { ModelHouse } from './model-house.fixture.ts'

/** One thing that people or time do. After each step all must be as the model has it. Only tests import this. */
export function command(
  name: string,
  step: Step,
  isPossible: (known: Readonly<Model>) => boolean = () => true,
) {
  return {
    check: isPossible,
    run: async (known: Model, real: ModelHouse) => {
      await step(known, real)
      await real.expectToBe(known)
    },
    toString: () => name,
  }
}

/** The same to one of the talks, if there is any. */
export function onOne(
  at: number,
  name: string,
  step: (known: Model, real: ModelHouse, talk: Talk) => Promise<void>,
) {
  const run: Step = async (known, real) => {
    const talk = known.talks[at % known.talks.length]
    if (talk) await step(known, real, talk)
  }
  return command(`talk ${at}: ${name}`, run, ({ talks }) => talks.length > 0)
}

/** The same by one of the navigators. */
export function onTalk(what: string, step: TalkStep) {
  return fc
    .record({ at: fc.nat(4), name: names() })
    .map(({ at, name }) => onOne(at, `${name} ${what}`, (known, real, talk) => step(known, real, talk, name)))
}

/** Does it, and expects what the model says: the value if it is a number, that it is done, or the named refusal. */
export async function same(expected: number | Outcome, act: () => Promise<unknown>): Promise<void> {
  const outcome = await act().then(
    (value) => (typeof value === 'number' ? value : 'done'),
    (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
  )
  expect(outcome).toBe(expected)
}

/** One of the navigators’ names. */
export function names(): fc.Arbitrary<string> {
  return fc.constantFrom('sam', 'alex', 'kim')
}

/** A navigator’s session. */
export function signedIn(name: string): SignedIn {
  return { accountId: name, name: `Navigator ${name}`, sessionId: name, grants: [], csrfToken: '' }
}

type Step = (known: Model, real: ModelHouse) => Promise<void>
type TalkStep = (known: Model, real: ModelHouse, talk: Talk, name: string) => Promise<void>
