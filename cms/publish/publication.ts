/**
 * How the last publication goes, as the CMS shows it. Times in ms UTC. While one is built, `next` is the commit that is
 * built after it, and `lastTookMs` how long the one before took; both null where there is none.
 */
export type Publication =
  | { readonly state: 'none' }
  | {
      readonly state: 'building'
      readonly commit: string
      readonly stage: BuildStage
      readonly since: number
      readonly next: string | null
      readonly lastTookMs: number | null
    }
  | { readonly state: 'published'; readonly commit: string; readonly at: number }
  | { readonly state: 'failed'; readonly commit: string; readonly at: number; readonly reason: string }

/** What a publication goes through, in this order: another build ends first, then the content is taken out of Git … */
export const buildStages = ['waiting', 'taking-out', 'building', 'checking', 'switching'] as const

export type BuildStage = (typeof buildStages)[number]
