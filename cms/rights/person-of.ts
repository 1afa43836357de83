import type { IncomingHttpHeaders } from 'node:http'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { ActionContext, SharedContext } from '../action-context.ts'
import { CmsRefusal, notAllowed } from '../refusals.ts'
import { actorOf } from './actor.ts'
import type { Actor } from './rights.ts'

/** Who asks, and what their actions work with. @throws CmsRefusal when nobody is signed in, or not for the CMS */
export async function personOf(
  { whoIs, shared }: PersonParts,
  { headers }: { headers: IncomingHttpHeaders },
): Promise<Person> {
  const signedIn = await whoIs(headers)
  if (!signedIn) throw new CmsRefusal('not-signed-in', signInEnded)
  const actor = await actorOf(shared, signedIn)
  if (!actor) throw notAllowed(notForThis)
  return { signedIn, actor, context: { ...shared, actor } }
}

const signInEnded =
  'Your sign-in has ended. Sign in again. If that does not work, ask an editor at the council whether you still have an account.'

const notForThis =
  'Your account does not keep any pages here, or does not any more. What was saved is not lost. Ask an editor at the council.'

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
