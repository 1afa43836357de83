import { z } from 'zod'

/** What somebody may be for the council. */
export const roles = ['navigator', 'lead', 'officer', 'editor', 'provider', 'admin'] as const

export type Role = (typeof roles)[number]

/** A right: a role within a scope, which is the whole area, or one provider, directorate or sector. People may hold several. */
export const grantSchema = z.object({
  role: z.enum(roles),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('area') }),
    z.object({ kind: z.literal('provider'), id: z.string().min(1) }),
    z.object({ kind: z.literal('directorate'), id: z.string().min(1) }),
    z.object({ kind: z.literal('sector'), id: z.string().min(1) }),
  ]),
})

export type Grant = z.output<typeof grantSchema>
export type Scope = Grant['scope']

/** A person who is signed in, with the rights they hold at this moment. */
export type SignedIn = {
  accountId: string
  name: string
  sessionId: string
  grants: Grant[]
  /** goes into the `x-csrf-token` header of requests that change something */
  csrfToken: string
}

/** Whether somebody holds a role: anywhere when no scope is asked for, otherwise for that scope or the whole area. */
export function holds(signedIn: Pick<SignedIn, 'grants'>, role: Role, scope?: Scope): boolean {
  return signedIn.grants.some(
    (grant) => grant.role === role && (scope === undefined || reaches(grant.scope, scope)),
  )
}

/** The roles among these grants, whatever they reach. */
export function rolesAnywhere(grants: readonly Grant[]): ReadonlySet<Role> {
  return new Set(grants.map(({ role }) => role))
}

function reaches(granted: Scope, wanted: Scope): boolean {
  if (granted.kind === 'area') return true
  return wanted.kind !== 'area' && granted.kind === wanted.kind && granted.id === wanted.id
}
