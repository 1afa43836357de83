/** Somebody as the database knows them now; without a name once their account is gone. */
export interface PersonShown {
  readonly role: string
  readonly name: string | undefined
}

/** `Ada (editor)`. */
export function personInWords({ name, role }: PersonShown): string {
  if (name !== undefined) return `${name} (${role})`
  return role === 'editor' || role === 'provider'
    ? `somebody whose account is gone (${role})`
    : 'the CMS itself'
}
