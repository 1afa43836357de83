import { z } from 'zod'

/** How far the change of a commit is on its way to the site. @throws when the server does not say */
export async function askProgress(commit: string): Promise<PublicationReply> {
  const response = await fetch(`/api/cms/publication?commit=${commit}`, { cache: 'no-store' })
  return publicationReply.parse(await response.json())
}

/** Whether a publication has come to its end, well or not. */
export function isOver({ progress }: Pick<PublicationReply, 'progress'>): boolean {
  return progress === 'live' || progress === 'failed'
}

/** How often it is asked, in ms. */
export const askEveryMs = 2_000

const publicationReply = z.object({
  progress: z.enum(['live', 'building', 'failed', 'unknown']),
  words: z.string(),
  steps: z.array(z.object({ words: z.string(), is: z.enum(['done', 'now', 'later']) })),
})

export type PublicationReply = z.output<typeof publicationReply>
