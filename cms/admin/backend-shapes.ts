import { z } from 'zod'

/** What the server answers the backend class, and what Decap gives it to save. */

export const entry = z.object({
  data: z.string(),
  file: z.object({ path: z.string(), id: z.string() }),
  version: z.string(),
})
export const entries = z.array(entry)

export const draft = z.looseObject({
  collection: z.string(),
  slug: z.string(),
  status: z.string(),
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
export const published = z.object({ commit: z.string() })
export const livePage = z.object({ url: z.string(), status: z.string() })
export const stored = z.object({
  version: z.string(),
  advice: z.array(z.string()),
  meanwhile: z.string().nullable(),
})
export const entryToSave = z.object({
  dataFiles: z.array(
    z.object({ path: z.string(), slug: z.string(), raw: z.string(), newPath: z.string().optional() }),
  ),
})
