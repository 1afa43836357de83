import { z } from 'zod'

/**
 * What the CMS and the program that draws previews say to each other: the one is a server, the other is built from the
 * site's own pages, and the two share nothing else.
 */

const file = z.object({ path: z.string(), text: z.string() })

/** What the CMS tells the program. */
export const previewOrder = z.discriminatedUnion('kind', [
  /** The published records that are new or others than before; `text: null` is one that is gone. */
  z.object({
    kind: z.literal('content'),
    files: z.array(z.object({ path: z.string(), text: z.string().nullable() })),
  }),
  /** Draws the page of one record as it would be if this were its file. */
  z.object({
    kind: z.literal('draw'),
    id: z.int(),
    file,
    /** The pictures that the record shows; `file` begins with `media/`, sizes are in pixels. */
    pictures: z.array(z.object({ file: z.string(), width: z.int(), height: z.int() })),
  }),
])

/** What the program answers to `draw`. */
export const previewAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    id: z.int(),
    /** The whole document, without style sheets and scripts. */
    html: z.string(),
    /** Where the page stands on the site; with `#slug` where several records share one. */
    path: z.string(),
  }),
  z.object({ kind: z.literal('no-page'), id: z.int() }),
  /** The record lacks too much, or cannot be read. `reason` is for the log. */
  z.object({ kind: z.literal('failed'), id: z.int(), reason: z.string() }),
])

export type PreviewOrder = z.output<typeof previewOrder>
export type DrawOrder = Extract<PreviewOrder, { kind: 'draw' }>
export type PreviewAnswer = z.output<typeof previewAnswer>
