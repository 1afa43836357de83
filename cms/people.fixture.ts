import type { Grant, SignedIn } from '#platform/accounts/grants.ts'
import { exampleService } from '#records/example-content.fixture.ts'

export const clubProvider = exampleService.provider
export const poolProvider = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c01'

/** People that a request can come from; a cookie or header names one of them. */
export const people: Readonly<Record<string, readonly Grant[]>> = {
  editor: [{ role: 'editor', scope: { kind: 'area' } }],
  provider: [{ role: 'provider', scope: { kind: 'provider', id: clubProvider } }],
  pool: [{ role: 'provider', scope: { kind: 'provider', id: poolProvider } }],
  navigator: [{ role: 'navigator', scope: { kind: 'area' } }],
}

/** More people, for tests that start with them: the schools team looks after the club, the leisure team after the pool. */
export const morePeople: Readonly<Record<string, readonly Grant[]>> = {
  schools: [{ role: 'editor', scope: { kind: 'directorate', id: 'schools' } }],
  leisure: [{ role: 'editor', scope: { kind: 'directorate', id: 'leisure' } }],
  schoolsAndPool: [
    { role: 'editor', scope: { kind: 'directorate', id: 'schools' } },
    { role: 'provider', scope: { kind: 'provider', id: poolProvider } },
  ],
  both: [clubProvider, poolProvider].map((id) => ({ role: 'provider', scope: { kind: 'provider', id } })),
}

/** Who a cookie names. */
export function signedIn(person: string | undefined): SignedIn | null {
  const grants = person === undefined ? undefined : { ...people, ...morePeople }[person]
  if (person === undefined || !grants) return null
  return {
    accountId: `account-${person}`,
    name: person,
    sessionId: 's',
    grants: [...grants],
    csrfToken: `token-of-${person}`,
  }
}
