import { z } from 'zod'
import type { SignedTokens } from '#platform/signed-tokens.ts'
import { stillCorrectPath } from '../page-addresses.ts'

/** How long a link in a reminder works. */
const linkDays = 60
const dayMs = 24 * 60 * 60_000

/** When a link that is made now (ms UTC) ends. */
export function linkEndsAt(now: number): number {
  return now + linkDays * dayMs
}

/** The address of the page that asks one person whether one service is still correct. */
export function stillCorrectLink(
  tokens: SignedTokens,
  siteUrl: string,
  says: StillCorrectLink,
  expiresAt: number,
): string {
  const link = new URL(stillCorrectPath, siteUrl)
  link.searchParams.set('link', tokens.sign(purpose, says, expiresAt))
  return link.href
}

/** What a link says; null when it is too old, cut in two or made up. */
export function readStillCorrectLink(
  tokens: SignedTokens,
  token: string,
  now: number,
): StillCorrectLink | null {
  const read = tokens.read(purpose, token, now)
  if (!read || read.isExpired) return null
  return linkSchema.safeParse(read.says).data ?? null
}

const purpose = 'still correct'

const linkSchema = z.strictObject({
  /** id of the service */
  service: z.string(),
  /** The due date that the reminder was about, `YYYY-MM-DD`. The link has done its work once another is due. */
  dueOn: z.string(),
  accountId: z.string(),
})

export type StillCorrectLink = z.output<typeof linkSchema>
