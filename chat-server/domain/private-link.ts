const dayMs = 86_400_000

/**
 * Until when a private link opens its conversation (ms UTC): as long as the text is kept when nothing more happens.
 * Removing the text, and a new email address, end it sooner.
 */
export function privateLinkEnds(madeAt: number, retentionDays: number): number {
  return madeAt + retentionDays * dayMs
}

/** Whether a link opens anything at `now`. The moment of its end is past it. */
export function privateLinkOpens(link: { endsAt: number }, now: number): boolean {
  return now < link.endsAt
}
