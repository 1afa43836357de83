import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Audit } from '#platform/audit.ts'
import type { OutgoingMessage } from '#platform/mail-delivery.ts'
import type { RememberedDeed } from './action-context.ts'
import type { ReminderParts } from './fresh/reminders.ts'
import type { WeekParts } from './fresh/week.ts'
import type { ContentRepository } from './git/content-repository.ts'
import type { DraftNotes } from './notes/draft-notes.ts'
import type { Publication } from './publish/publication.ts'
import type { openRemote } from './remote/open-remote.ts'

/** What a test does with a CMS that runs. */
export interface RunningCms {
  readonly app: FastifyInstance
  /** All that it answers, such as `GET /drafts/`. */
  readonly routes: readonly string[]
  readonly repository: ContentRepository
  readonly published: readonly string[]
  readonly deeds: readonly RememberedDeed[]
  /** Where the CMS was started with a remote repository. */
  readonly remote: ReturnType<typeof openRemote> | undefined
  /** Sends one action of the protocol as a person. */
  ask(person: string, action: string, params?: object): Promise<{ status: number; body: unknown }>
  /** Sends a picture as a person, for a provider. */
  upload(
    person: string,
    provider: string,
    picture: Uint8Array,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>
  readonly notes: DraftNotes
  /** What the letters of the night and of the week work with. */
  readonly fresh: ReminderParts & WeekParts & { readonly audit: Audit }
  /** From now on it is noon (UTC) of this day, `YYYY-MM-DD`. */
  setDay(date: string): void
  /** From now on it is this instant, `2026-11-22T12:00Z`. */
  setTime(instant: string): void
  /** From now on this is how the publication goes, and people see this commit. */
  showPublication(now: Publication, shown: string | null): void
  /** Does what the CMS does by itself every half minute. */
  publishDue(): Promise<void>
  /** Does what it does at the start and every night. */
  tidy(): Promise<void>
  /** The emails that were sent since the last call. */
  letters(): Promise<OutgoingMessage[]>
  /** Opens a plain page as a person; `nobody` is not signed in. */
  get(person: string, path: string): Promise<LightMyRequestResponse>
  /** Sends a form as a person. */
  post(
    person: string,
    path: string,
    fields: Record<string, string> | string[][],
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  git(...args: string[]): string
  stop(): Promise<void>
}
