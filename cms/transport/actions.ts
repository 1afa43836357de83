import type { z } from 'zod'
import type { ActionContext } from '../action-context.ts'
import { notUnderstood } from '../refusals.ts'
import {
  deleteUnpublishedEntry,
  publishUnpublishedEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
  updateUnpublishedEntryStatus,
} from './draft-actions.ts'
import { getMedia, getMediaFile, persistMedia } from './picture-actions.ts'
import { findPostcode } from './postcode-action.ts'
import { type ActionName, paramsOf, request } from './protocol.ts'
import { entriesByFiles, entriesByFolder, getDeployPreview, getEntry, info } from './read-actions.ts'
import { deleteFile, deleteFiles, persistEntry } from './save-actions.ts'

/** Every action of the protocol and what answers it. */
const actions: Readonly<Record<ActionName, Action>> = {
  info: action(paramsOf.info, info),
  entriesByFolder: action(paramsOf.entriesByFolder, entriesByFolder),
  entriesByFiles: action(paramsOf.entriesByFiles, entriesByFiles),
  getEntry: action(paramsOf.getEntry, getEntry),
  unpublishedEntries: action(paramsOf.unpublishedEntries, unpublishedEntries),
  unpublishedEntry: action(paramsOf.unpublishedEntry, unpublishedEntry),
  unpublishedEntryDataFile: action(paramsOf.unpublishedEntryDataFile, unpublishedEntryDataFile),
  unpublishedEntryMediaFile: action(paramsOf.unpublishedEntryMediaFile, unpublishedEntryMediaFile),
  deleteUnpublishedEntry: action(paramsOf.deleteUnpublishedEntry, deleteUnpublishedEntry),
  persistEntry: action(paramsOf.persistEntry, persistEntry),
  updateUnpublishedEntryStatus: action(paramsOf.updateUnpublishedEntryStatus, updateUnpublishedEntryStatus),
  publishUnpublishedEntry: action(paramsOf.publishUnpublishedEntry, publishUnpublishedEntry),
  getMedia: action(paramsOf.getMedia, getMedia),
  getMediaFile: action(paramsOf.getMediaFile, getMediaFile),
  persistMedia: action(paramsOf.persistMedia, persistMedia),
  deleteFile: action(paramsOf.deleteFile, deleteFile),
  deleteFiles: action(paramsOf.deleteFiles, deleteFiles),
  getDeployPreview: action(paramsOf.getDeployPreview, getDeployPreview),
  findPostcode: action(paramsOf.findPostcode, findPostcode),
}

/**
 * Parses a request of the protocol, does what it asks and gives the answer to print as JSON.
 *
 * @throws CmsRefusal when it is not a request of the protocol, or is refused
 */
export async function answer(context: ActionContext, body: unknown): Promise<unknown> {
  const { action: name, params } = understood(request, body)
  return actions[name](context, params)
}

/** One action: its parameters are parsed before `act` sees them. */
function action<Params extends z.ZodType>(
  params: Params,
  act: (context: ActionContext, params: z.output<Params>) => Promise<unknown>,
): Action {
  return (context, raw) => act(context, understood(params, raw))
}

function understood<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw notUnderstood(`${issue?.path.join('.')} ${issue?.message}`.trim())
}

type Action = (context: ActionContext, params: unknown) => Promise<unknown>
