import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { recordText } from '../../cms/running-cms.fixture.ts'

/** Somebody who edits one service of their own again and again and publishes it now and then. */
export interface FaultEditor {
  readonly slug: string
  /** The number of the last change that was sent. */
  sent(): number
  /** Each save that the CMS said it had: number of the change, and the version that it was stored as. */
  readonly saved: readonly { readonly change: number; readonly version: string }[]
  /** Numbers of the changes that the CMS said it had published. */
  readonly published: readonly number[]
  /** What the CMS said when it did not do something. */
  readonly refusals: readonly { readonly status: number; readonly error: string }[]
  /** Saves once more, and publishes every third change. Tries until the CMS has said yes. */
  work(isOpen: () => Promise<void>): Promise<void>
}

/** @param options.url where the CMS is @param options.cookie of their session */
export async function bringEditor(options: {
  url: string
  cookie: string
  slug: string
}): Promise<FaultEditor> {
  const { url, cookie, slug } = options
  const place = { collection: 'services', slug }
  const path = `services/${slug}.md`
  const me = await fetch(`${url}/api/me`, { headers: { cookie } })
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await me.json())
  const saved: { change: number; version: string }[] = []
  const published: number[] = []
  const refusals: { status: number; error: string }[] = []
  let change = 0

  /** Undefined when the CMS went away before it had answered. */
  async function ask(action: string, params: object): Promise<Answer | undefined> {
    try {
      const reply = await fetch(`${url}/api/cms`, {
        method: 'POST',
        headers: { cookie, origin: url, 'x-csrf-token': csrfToken, 'content-type': 'application/json' },
        body: JSON.stringify({ action, params }),
      })
      const body = answerBody.parse(await reply.json())
      if (reply.status >= 400) refusals.push({ status: reply.status, error: body.error ?? '' })
      return { status: reply.status, body }
    } catch {
      return undefined
    }
  }

  /** Tries until there is an answer that is not a fault of the CMS's own. */
  async function insist(
    isOpen: () => Promise<void>,
    ask: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    for (;;) {
      await isOpen()
      const answer = await ask()
      if (answer && answer.status < 500) return answer
    }
  }

  async function whatIsThere(isOpen: () => Promise<void>): Promise<string | undefined> {
    const draft = await insist(isOpen, () => ask('unpublishedEntry', place))
    if (draft.status === 200) return draft.body.version
    return (await insist(isOpen, () => ask('getEntry', { path }))).body.version
  }

  async function save(isOpen: () => Promise<void>): Promise<void> {
    const answer = await insist(isOpen, async () => {
      const openedVersion = await whatIsThere(isOpen)
      const { id: _, ...fields } = exampleService
      const raw = recordText({ ...fields, name: `Club ${slug}`, summary: `This is change ${change}.` })
      return ask('persistEntry', {
        dataFiles: [{ path, slug, raw }],
        options: { collectionName: 'services', newEntry: openedVersion === undefined, useWorkflow: true },
        ...(openedVersion !== undefined && { openedVersion }),
      })
    })
    if (answer.status !== 200) throw new Error(`The save was refused: ${answer.body.error}`)
    saved.push({ change, version: answer.body.version ?? '' })
  }

  async function publish(isOpen: () => Promise<void>): Promise<void> {
    const status = { ...place, newStatus: 'pending_publish' }
    await insist(isOpen, () => ask('updateUnpublishedEntryStatus', status))
    const answer = await insist(isOpen, () => ask('publishUnpublishedEntry', place))
    // No draft is left when it was published just before the answer was lost.
    if (answer.status === 200 || answer.status === 404) published.push(change)
    else throw new Error(`The publication was refused: ${answer.body.error}`)
  }

  return {
    ...{ slug, saved, published, refusals },
    sent: () => change,
    async work(isOpen) {
      change += 1
      await save(isOpen)
      if (change % 3 === 0) await publish(isOpen)
    },
  }
}

const answerBody = z.object({ error: z.string().optional(), version: z.string().optional() })

interface Answer {
  readonly status: number
  readonly body: z.output<typeof answerBody>
}
