import { z } from 'zod'
import { draftStatuses } from '../drafts/workflow.ts'

/** What the server answers the backend class, and what Decap gives it to save. */

export const entry = z.object({
  data: z.string(),
  file: z.object({ path: z.string(), id: z.string() }),
  version: z.string(),
})
export const entries = z.array(entry)

/** What the person may do with what is shown, by the table of rights. */
const may = z.array(z.string())
export const openedEntry = entry.extend({ may })

export const draft = z.looseObject({
  collection: z.string(),
  slug: z.string(),
  status: z.enum(draftStatuses),
  may,
  diffs: z.array(z.object({ path: z.string(), id: z.string(), newFile: z.boolean() })),
  updatedAt: z.string(),
  version: z.string(),
})
export const draftText = z.object({ data: z.string() })
export const mediaFile = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  displayURL: z.string(),
})
export const done = z.object({ message: z.string() })
export const newStatus = z.enum(draftStatuses)
export const published = z.object({ commit: z.string() })
export const livePage = z.object({ url: z.string(), status: z.string() })
export const stored = z.object({
  version: z.string(),
  advice: z.array(z.string()),
  meanwhile: z.string().nullable(),
  status: z.enum(draftStatuses),
})
export const entryToSave = z.object({
  dataFiles: z.array(
    z.object({ path: z.string(), slug: z.string(), raw: z.string(), newPath: z.string().optional() }),
  ),
})
