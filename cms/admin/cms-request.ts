import { z } from 'zod'
import { readMe } from './session.ts'

/** The server refused. The message is for the person; Decap shows it as it stands. */
export class CmsRequestError extends Error {
  override name = 'CmsRequestError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }

  /** Decap prints errors into its notices; the name of a class has no place there. */
  override toString(): string {
    return this.message
  }
}

/**
 * Makes the function that sends one action of the protocol to the server. The token of the session is fetched again
 * when the server does not know it any more, since someone may have signed in anew in another window.
 */
export function createCmsRequest(firstToken: string): CmsRequest {
  let csrfToken = firstToken

  async function send(action: string, params: object): Promise<Response> {
    try {
      return await fetch('/api/cms', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: JSON.stringify({ action, params }),
      })
    } catch (cause) {
      throw new Error('There is no connection to the server. Your change is not saved yet. Try again.', {
        cause,
      })
    }
  }

  async function hasNewToken(): Promise<boolean> {
    const now = await readMe()
    if (!now || now.csrfToken === csrfToken) return false
    csrfToken = now.csrfToken
    return true
  }

  return async (action, params, reply) => {
    let response = await send(action, params)
    if (response.status === 403 && (await hasNewToken())) response = await send(action, params)
    const answer: unknown = await response.json()
    if (response.ok) return reply.parse(answer)
    throw new CmsRequestError(response.status, refusal.parse(answer).error)
  }
}

const refusal = z.object({ error: z.string() })

export type CmsRequest = <Reply>(action: string, params: object, reply: z.ZodType<Reply>) => Promise<Reply>
