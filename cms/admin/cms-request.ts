import { z } from 'zod'
import { readMe } from './session.ts'

/** The server refused, or could not be asked. The message is for the person; Decap shows it as it stands. */
export class CmsRequestError extends Error {
  override name = 'CmsRequestError'
  /** Of the answer; 0 when none came. */
  readonly status: number
  /** The page on which the person goes on, where there is one. */
  readonly address: string | undefined
  /** All that is wrong in the record, field by field, where that is why. */
  readonly fields: readonly WrongField[]

  constructor(status: number, { error, address, problems = [] }: Answer, options?: ErrorOptions) {
    super(error, options)
    this.status = status
    this.address = address
    this.fields = problems
  }

  /** Decap prints errors into its notices; the name of a class has no place there. */
  override toString(): string {
    return this.message
  }
}

/**
 * Makes the functions that send something to the server. The token of the session is fetched again when the server does
 * not know it any more, since someone may have signed in anew in another window.
 *
 * @param onSignedOut told when the server says that nobody is signed in any more
 */
export function connectToCms(firstToken: string, onSignedOut: () => void): CmsConnection {
  let csrfToken = firstToken

  async function post({ address, type, body }: Sending): Promise<Response> {
    try {
      return await fetch(address, {
        method: 'POST',
        headers: { 'content-type': type, 'x-csrf-token': csrfToken },
        body,
      })
    } catch (cause) {
      throw new CmsRequestError(0, { error: `There is no connection to the server. ${tryAgain}` }, { cause })
    }
  }

  async function hasNewToken(): Promise<boolean> {
    const now = await readMe()
    if (!now || now.csrfToken === csrfToken) return false
    csrfToken = now.csrfToken
    return true
  }

  async function send<Reply>(sending: Sending, reply: z.ZodType<Reply>): Promise<Reply> {
    let response = await post(sending)
    if (response.status === 403 && (await hasNewToken())) response = await post(sending)
    if (response.status === 401) onSignedOut()
    const answer = await read(response)
    if (response.ok) return reply.parse(answer)
    throw new CmsRequestError(response.status, refusal.parse(answer))
  }

  return {
    request: (action, params, reply) => {
      const body = JSON.stringify({ action, params })
      return send({ address: '/api/cms', type: 'application/json', body }, reply)
    },
    preview: (typed, reply) =>
      send({ address: '/api/cms/preview', type: 'application/json', body: JSON.stringify(typed) }, reply),
    upload: async (provider, picture) => {
      const address = `/api/cms/pictures/${encodeURIComponent(provider)}`
      return (await send({ address, type: 'application/octet-stream', body: picture }, uploaded)).path
    },
  }
}

/** Reads an answer. What stands between may answer with a page of its own, or cut an answer off. */
async function read(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    const isTooLong = response.status === 413
    const error = isTooLong ? tooLong : `The server does not answer at the moment. ${tryAgain}`
    throw new CmsRequestError(response.status, { error }, { cause })
  }
}

const tryAgain = 'What is on this page stays as it is. Try again in a minute.'
const tooLong = 'This is too much to be sent at once. Make it shorter.'

const wrongField = z.object({ file: z.string(), field: z.string(), label: z.string(), words: z.string() })

/** A field that holds something wrong: the path of its record, its name, its label, and what to do. */
export type WrongField = Readonly<z.output<typeof wrongField>>

const refusal = z.object({
  error: z.string(),
  address: z.string().optional(),
  problems: z.array(wrongField).optional(),
})
const uploaded = z.object({ path: z.string() })

/** What the server answers where it refuses. */
interface Answer {
  readonly error: string
  readonly address?: string | undefined
  readonly problems?: readonly WrongField[] | undefined
}

interface Sending {
  readonly address: string
  readonly type: string
  readonly body: string | Blob
}

export interface CmsConnection {
  /** Sends one action of the protocol. @throws CmsRequestError when it is refused */
  readonly request: <Reply>(action: string, params: object, reply: z.ZodType<Reply>) => Promise<Reply>
  /** Asks for the page of what is in the form. @throws CmsRequestError when it is refused */
  readonly preview: <Reply>(typed: object, reply: z.ZodType<Reply>) => Promise<Reply>
  /** Sends a picture for a provider and gives the path it has from then on. @throws CmsRequestError when it is refused */
  readonly upload: (provider: string, picture: Blob) => Promise<string>
}

export type CmsRequest = CmsConnection['request']
