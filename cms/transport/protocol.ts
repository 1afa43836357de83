import { z } from 'zod'
import { picturePath } from '#records/plain-fields.ts'
import { draftStatuses } from '../drafts/workflow.ts'

/**
 * Decap's proxy protocol: one POST for everything, `{ action, params }`. Parameters that the CMS has no use for (the
 * branch, the label prefix, the commit message that the browser proposes) are not read.
 */

const path = z.string().max(300)
const name = z.string().max(200)
const place = z.object({ collection: name, slug: name })

/** The version of a text that a form was opened with, or that the board shows; null when there was none. Not told by other clients. */
const openedVersion = z.string().max(64).nullable().optional()

/** The version under which an earlier text of the same form is kept, when its writer had to choose and goes on typing. */
const keptVersion = z.string().max(64).optional()

const dataFile = z.object({
  path,
  slug: name,
  raw: z.string().max(500_000),
  newPath: path.optional(),
})

export const paramsOf = {
  info: z.unknown(),
  entriesByFolder: z.object({ folder: name }),
  entriesByFiles: z.object({ files: z.array(z.object({ path, label: name.optional() })).max(50) }),
  getEntry: z.object({ path }),
  unpublishedEntries: z.unknown(),
  unpublishedEntry: z.object({
    id: name.optional(),
    collection: name.optional(),
    slug: name.optional(),
  }),
  unpublishedEntryDataFile: place.extend({ path }),
  unpublishedEntryMediaFile: place.extend({ path }),
  deleteUnpublishedEntry: place.extend({ openedVersion }),
  persistEntry: z.object({
    dataFiles: z.array(dataFile).length(1, 'One record is saved at a time.'),
    assets: z.array(z.unknown()).default([]),
    options: z.object({
      collectionName: name,
      newEntry: z.boolean().default(false),
      useWorkflow: z.literal(true, 'Every change is saved as a draft first.'),
    }),
    openedVersion,
    keptVersion,
  }),
  updateUnpublishedEntryStatus: place.extend({ newStatus: z.enum(draftStatuses), openedVersion }),
  publishUnpublishedEntry: place.extend({ openedVersion }),
  getMedia: z.object({ provider: z.uuid() }),
  getMediaFile: z.object({ path: z.string().regex(picturePath) }),
  persistMedia: z.unknown(),
  deleteFile: z.object({ path }),
  deleteFiles: z.object({ paths: z.array(path).length(1, 'One record is removed at a time.') }),
  getDeployPreview: place,
  findPostcode: z.object({ postcode: z.string().max(20) }),
} as const

/** An action of the protocol. */
export type ActionName = keyof typeof paramsOf

/** The parameters of an action, after they were checked. */
export type ParamsOf<Name extends ActionName> = z.output<(typeof paramsOf)[Name]>

/** What every request looks like from outside. */
export const request = z.object({
  action: z.custom<ActionName>(
    (value) => typeof value === 'string' && Object.hasOwn(paramsOf, value),
    'The CMS does not know this action.',
  ),
  params: z.unknown().optional(),
})
