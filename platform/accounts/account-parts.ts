import type { IncomingHttpHeaders } from 'node:http'
import type { Audit } from '../audit.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { Pages } from '../pages/shell.ts'
import type { AccountStore } from './account-store.ts'
import type { Activity } from './activity.ts'
import type { SignedIn } from './grants.ts'
import type { Invitations } from './organisation-people/invitations.ts'
import type { PeopleDeeds } from './people/people-deeds.ts'
import type { PeopleStore } from './people/people-store.ts'
import type { RolePlaces } from './people/role-words.ts'
import type { SessionStore } from './session-store.ts'
import type { ReadSession, Sessions } from './sessions.ts'
import type { Welcome } from './welcome.ts'

/** What the routes of the accounts work with. */
export interface AccountParts {
  config: AccountsConfig
  database: Database
  store: AccountStore
  people: PeopleStore
  deeds: PeopleDeeds
  sessions: Sessions
  sessionStore: SessionStore
  activity: Activity
  audit: Audit
  pages: Pages
  whoIs: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  /** who holds a session that was read already from these headers */
  ownerOf: (session: ReadSession, headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  /** sends a sign-in link if the address belongs to an account, and tells nobody whether it does */
  sendLinkTo: (email: string, next: string | undefined) => Promise<void>
  welcome: Welcome
  invitations: Invitations
  /** the organisations of the published directory and the directorates of the area, by name */
  places: () => RolePlaces
  demoProviderId: string | undefined
}

export type AccountsConfig = Pick<
  Config,
  'publicUrl' | 'cmsOrigin' | 'demo' | 'production' | 'host' | 'sessionIdleMinutes' | 'singleSignOn'
>
