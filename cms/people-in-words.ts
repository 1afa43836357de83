/** Somebody as the database knows them now; without a name once their account is gone. */
export interface PersonShown {
  readonly role: string
  readonly name: string | undefined
}

/** What somebody is called whose account is gone. */
export const whoHasLeft = 'Someone who has left'

/** `Ada (editor)`. */
export function personInWords({ name, role }: PersonShown): string {
  if (name !== undefined) return `${name} (${role})`
  return role === 'editor' || role === 'provider' ? `${whoHasLeft} (${role})` : 'the CMS itself'
}

/** Reads how people are called, each once. */
export function personReader({
  nameOf,
}: {
  readonly nameOf: (accountId: string) => Promise<string | undefined>
}) {
  const names = new Map<string, Promise<string | undefined>>()
  return async ({ role, accountId }: { role: string; accountId: string }): Promise<PersonShown> => {
    const name = names.get(accountId) ?? nameOf(accountId)
    names.set(accountId, name)
    return { role, name: await name }
  }
}
