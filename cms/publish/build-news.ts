import type { Holder } from '#platform/accounts/accounts.ts'
import type { Audit, AuditEntry } from '#platform/audit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { draftsPath } from '../page-addresses.ts'
import { reasonInLetter } from './reason-in-letter.ts'

/** Under this subject the audit keeps what becomes of the site as a whole. */
export const siteSubject = 'site'

/** What the audit calls that the site could not be built, and that it could be built again after that. */
export const buildFailed = 'build-failed'
export const buildWorks = 'build-works'

/**
 * Tells every editor that the site could not be built, once until it can be built again, and then that it can. What they were
 * told is in the audit, in the transaction that queues the letters: neither a restart nor a further try that fails tells it
 * twice. One build is to end before the next is told of.
 */
export function createBuildNews({ database, audit, mail, accounts, clock, siteUrl }: NewsParts): BuildNews {
  let isTold: boolean | undefined

  async function wasTold(): Promise<boolean> {
    const [last] = await audit.list({ actions: [buildFailed, buildWorks], limit: 1 })
    return last !== undefined && isUnmended(last)
  }

  async function editorsAddresses(): Promise<ReadonlySet<string>> {
    return new Set((await accounts.holdersOf('editor')).map(({ email }) => email))
  }

  return {
    async failed({ commit, reason }) {
      isTold ??= await wasTold()
      const readers = isTold ? [] : await editorsAddresses()
      const letter = failedLetter(reasonInLetter(reason), new URL(draftsPath, siteUrl).href)
      await database.write(async (trx) => {
        const deed = { actor: 'system', subject: siteSubject, detail: { commit, told: true } }
        await audit.record(trx, { ...deed, action: buildFailed })
        for (const to of readers) await mail.queue(trx, { to, ...letter })
      })
      isTold = true
    },

    async works({ commit }) {
      isTold ??= await wasTold()
      if (!isTold) return
      const readers = await editorsAddresses()
      const letter = worksLetter(instantInWords(clock()))
      await database.write(async (trx) => {
        const deed = { actor: 'system', subject: siteSubject, detail: { commit } }
        await audit.record(trx, { ...deed, action: buildWorks })
        for (const to of readers) await mail.queue(trx, { to, ...letter })
      })
      isTold = false
    },
  }
}

/**
 * Whether the site can still not be built, by the newest entry of the audit about that. What an older program wrote down does
 * not say: it was told to nobody, and nothing was written down when it worked again.
 */
export function isUnmended({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>): boolean {
  return action === buildFailed && detail['told'] === true
}

function failedLetter(reason: string, drafts: string) {
  return {
    subject: 'What was published is not on the Local Offer yet',
    text: `The site could not be built with what was published last. Families see the site as it was before that. Nothing that anybody wrote is lost.

Why: ${reason}

All that the program says about it, and a button to try again:
${drafts}

If you cannot mend it, tell the people who run the site. You get one more email when it works again, and none before that.
`,
  }
}

function worksLetter(at: string) {
  return {
    subject: 'The Local Offer shows everything that was published again',
    text: `The site could be built again on ${at}. Families now see everything that was published. You do not need to do anything.
`,
  }
}

export interface BuildNews {
  /** A commit could not be published, with what the build said. */
  failed(failure: { commit: string; reason: string }): Promise<void>
  /** What families see is all that was published. To be called each time that it is so. */
  works(published: { commit: string }): Promise<void>
}

interface NewsParts {
  readonly database: Database
  readonly audit: Pick<Audit, 'record' | 'list'>
  readonly mail: Pick<Mail, 'queue'>
  readonly accounts: { holdersOf(role: 'editor'): Promise<Holder[]> }
  readonly clock: Clock
  /** Where the pages of the CMS are, without a path. */
  readonly siteUrl: string
}
