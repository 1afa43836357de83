import { z } from 'zod'

const me = z.object({ accountId: z.string(), name: z.string(), csrfToken: z.string() })

/** Who is signed in, as the browser needs to know it. */
export type Me = z.output<typeof me>

/** Asks the server who is signed in; null when nobody is. */
export async function readMe(): Promise<Me | null> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } })
  if (response.status === 401) return null
  if (!response.ok) throw new Error('We cannot tell whether you are signed in. Try again in a minute.')
  return me.nullable().parse(await response.json())
}

/** Goes to the sign-in page, which comes back to where the person was. */
export function goToSignIn(): void {
  location.assign(`/sign-in/?next=${encodeURIComponent(`/admin/${location.hash}`)}`)
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  const current = await readMe()
  if (current) {
    await fetch('/sign-out', { method: 'POST', headers: { 'x-csrf-token': current.csrfToken } })
  }
  goToSignIn()
}
