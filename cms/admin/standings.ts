import { type DraftStatus, draftStatuses, stepBetween } from '../drafts/workflow.ts'

/**
 * Where each page stands that this browser has shown, and what the server said that the person may do with it. Decap itself
 * asks once for all pages; the table of rights decides for each.
 */
export function createStandings(): Standings {
  const pages = new Map<string, Standing>()
  const drafts = new Map<string, Standing>()
  return {
    pageShown: (subject, may) => void pages.set(subject, { may, status: undefined }),
    draftShown: (subject, standing) => void drafts.set(subject, standing),
    moved(subject, status) {
      const { may } = drafts.get(subject) ?? {}
      if (may) drafts.set(subject, { may, status })
    },
    hasNoDraft: (subject) => void drafts.delete(subject),
    of: (subject) => drafts.get(subject) ?? pages.get(subject),
  }
}

/** The statuses to which the person may not set a draft, from where it stands. */
export function refusedStatuses({ status, may }: Standing): DraftStatus[] {
  if (status === undefined) return []
  return draftStatuses.filter((to) => {
    const step = stepBetween(status, to)
    return step !== undefined && !may.includes(step)
  })
}

/** Whether the status of a draft is for others to change. */
export function isForOthers(standing: Standing): boolean {
  return refusedStatuses(standing).length === draftStatuses.length - 1
}

/** Whether the person may take away what they are shown: the draft, or the page where there is no draft. */
export function mayRemove({ status, may }: Standing): boolean {
  return may.includes(status === undefined ? 'delete' : 'throw-away')
}

/** `<collection>/<slug>` of the record at a path. */
export function subjectAt(path: string): string {
  return path.replace(/\.[a-z]+$/, '')
}

/** Pages are known as `<collection>/<slug>`. */
export interface Standings {
  pageShown(subject: string, may: Standing['may']): void
  draftShown(subject: string, standing: Standing): void
  /** A draft that was shown stands elsewhere now. */
  moved(subject: string, status: DraftStatus): void
  hasNoDraft(subject: string): void
  /** How the draft of a page stands, or where there is none the page itself; undefined while it was not shown. */
  of(subject: string): Standing | undefined
}

export interface Standing {
  /** Of a draft; undefined of a published page that has none. */
  readonly status: DraftStatus | undefined
  /** Deeds of the table of rights. */
  readonly may: readonly string[]
}
