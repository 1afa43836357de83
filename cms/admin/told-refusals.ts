import type { AdviceNotice } from './advice-notice.ts'
import { CmsRequestError } from './cms-request.ts'

/**
 * Makes what waits for an answer and, where it is a refusal, shows it in a notice that stays: that of Decap goes away after
 * eight seconds. Decap is given an error all the same, which says where to look.
 */
export function triedWith(advice: AdviceNotice): Tried {
  return async (what, asked, { path, onKept }) => {
    try {
      const answer = await asked
      advice.done()
      return answer
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const { address, fields = [] } = error instanceof CmsRequestError ? error : {}
      if (address === undefined) advice.refuse({ what, why, fields, path })
      else {
        advice.askToChoose(why, address)
        const kept = new URL(address, window.location.href).searchParams.get('kept')
        if (kept !== null) onKept?.(kept)
      }
      throw new ToldAlready(why, { cause: error })
    }
  }
}

/** Decap prints an error into its own notice, where the whole of it would be heard once more. */
class ToldAlready extends Error {
  override name = 'ToldAlready'

  override toString(): string {
    return 'The notice on this page says why.'
  }
}

/**
 * Gives the answer that was asked for.
 *
 * @param what was not done, where it is refused: “Not saved”
 * @throws Error that was told
 */
type Tried = <Answer>(
  what: string,
  asked: Promise<Answer>,
  told: {
    /** Of the record in the form. */
    readonly path: string | undefined
    /** The person has to choose first; the version in which the server kept what they sent. */
    readonly onKept?: (version: string) => void
  },
) => Promise<Answer>
