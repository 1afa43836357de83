import type { Audit } from '#platform/audit.ts'

/** What is in the audit, as "who did-what", without what the program did by itself. Only tests import this. */
export async function auditedBy(audit: Pick<Audit, 'read'>): Promise<string[]> {
  const entries = await audit.read({ limit: 1000 })
  return entries.filter(({ actor }) => actor !== 'system').map(({ actor, action }) => `${actor} ${action}`)
}
