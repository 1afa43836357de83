import type { IncomingHttpHeaders } from 'node:http'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { ActionContext, SharedContext } from '../action-context.ts'
import type { OneByOne } from '../one-by-one.ts'
import { CmsRefusal, notAllowed } from '../refusals.ts'
import { actorOf } from './actor.ts'
import type { Actor } from './rights.ts'

/**
 * Who asks, and what their actions work with. What changes something waits for its turn, and is refused when they may
 * do less by then.
 *
 * @throws CmsRefusal when nobody is signed in, or not for the CMS
 */
export async function personOf(
  parts: PersonParts,
  { headers }: { headers: IncomingHttpHeaders },
): Promise<Person> {
  const { signedIn, actor } = await actingFor(parts, headers)
  const { repository } = parts.shared
  const writing: OneByOne = (work) =>
    repository.writing(async () => {
      const now = await actingFor(parts, headers)
      if (!mayAllOf(actor, now.actor)) throw notAllowed(changedMeanwhile)
      return work()
    })
  return { signedIn, actor, context: { ...parts.shared, repository: { ...repository, writing }, actor } }
}

async function actingFor({ whoIs, shared }: PersonParts, headers: IncomingHttpHeaders) {
  const signedIn = await whoIs(headers)
  if (!signedIn) throw new CmsRefusal('not-signed-in', signInEnded)
  const actor = await actorOf(shared, signedIn)
  if (!actor) throw notAllowed(notForThis)
  return { signedIn, actor }
}

/** Whether what somebody could do before is still theirs. What they gained since takes nothing from them. */
function mayAllOf(before: Actor, now: Actor): boolean {
  const { directorates = [], alsoServes = [] } = now
  return (
    now.role === before.role &&
    isAmong(before.providerIds, now.providerIds) &&
    isAmong(before.directorates ?? [], directorates) &&
    isAmong(before.alsoServes ?? [], [...alsoServes, ...now.providerIds])
  )
}

function isAmong(ids: readonly string[], all: readonly string[]): boolean {
  return ids.every((id) => all.includes(id))
}

const signInEnded =
  'Your sign-in has ended. Sign in again. If that does not work, ask an editor at the council whether you still have an account.'

const notForThis =
  'Your account does not keep any pages here, or does not any more. What was saved is not lost. Ask an editor at the council.'

const changedMeanwhile = 'What you may do here has changed just now. Nothing was done. Load the page again.'

/** Somebody who is signed in and works in the CMS. */
export interface Person {
  readonly signedIn: SignedIn
  readonly actor: Actor
  readonly context: ActionContext
}

export interface PersonParts {
  readonly whoIs: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  readonly shared: SharedContext
}
