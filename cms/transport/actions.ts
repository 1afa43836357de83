import type { z } from 'zod'
import { notUnderstood } from '../refusals.ts'
import type { ActionContext } from './action-context.ts'
import {
  deleteUnpublishedEntry,
  publishUnpublishedEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
  updateUnpublishedEntryStatus,
} from './draft-actions.ts'
import { type ActionName, type ParamsOf, paramsOf, request } from './protocol.ts'
import {
  entriesByFiles,
  entriesByFolder,
  getDeployPreview,
  getEntry,
  getMedia,
  getMediaFile,
  info,
  persistMedia,
} from './read-actions.ts'
import { deleteFile, deleteFiles, persistEntry } from './save-actions.ts'

/** Every action of the protocol and the function that answers it. */
const actions: { readonly [Name in ActionName]: Action<Name> } = {
  info,
  entriesByFolder,
  entriesByFiles,
  getEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
  deleteUnpublishedEntry,
  persistEntry,
  updateUnpublishedEntryStatus,
  publishUnpublishedEntry,
  getMedia,
  getMediaFile,
  persistMedia,
  deleteFile,
  deleteFiles,
  getDeployPreview,
}

/**
 * Parses a request of the protocol, does what it asks and gives the answer to print as JSON.
 *
 * @throws CmsRefusal when it is not a request of the protocol, or is refused
 */
export async function answer(context: ActionContext, body: unknown): Promise<unknown> {
  const { action, params } = understood(request, body)
  return run(context, action, params)
}

function run<Name extends ActionName>(context: ActionContext, name: Name, params: unknown): Promise<unknown> {
  const act: Action<Name> = actions[name]
  return act(context, understood(paramsOf[name], params) as ParamsOf<Name>)
}

function understood<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw notUnderstood(`${issue?.path.join('.')} ${issue?.message}`.trim())
}

type Action<Name extends ActionName> = (context: ActionContext, params: ParamsOf<Name>) => Promise<unknown>
