import type { Accounts } from '#platform/accounts/accounts.ts'

/** Where the leads of the whole area read their email: who is told of safeguarding concerns. */
export function createLeadAddresses(accounts: Pick<Accounts, 'holdersOf'>): () => Promise<string[]> {
  return async () => {
    const leads = await accounts.holdersOf('lead')
    return leads.filter(({ scope }) => scope.kind === 'area').map(({ email }) => email)
  }
}
