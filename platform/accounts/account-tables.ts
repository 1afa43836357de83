/** The tables of accounts, as queries see them. Instants are ISO 8601 text, as better-auth writes them. */
export type AccountTables = {
  staff_account: {
    id: string
    name: string
    email: string
    email_verified: number
    demonstration: number
    signed_in_at: string | null
    /** which link of an invitation was sent last */
    invitation_id: string | null
    created_at: string
    updated_at: string
  }
  staff_session: {
    id: string
    account_id: string
    expires_at: string
    created_at: string
    used_at: string | null
  }
  staff_grant: { account_id: string; role: string; scope_kind: string; scope_id: string }
  staff_credential: {
    id: string
    account_id: string
    /** who vouches for the account */
    issuer: string
    /** whom the issuer knows it as */
    issuer_account_id: string
    created_at: string
    updated_at: string
  }
  staff_verification: {
    id: string
    identifier: string
    value: string
    expires_at: string
    created_at: string
    updated_at: string
  }
}
