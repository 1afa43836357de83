import { picturePath } from '#records/plain-fields.ts'
import type { ActionContext } from '../action-context.ts'
import { removePicture } from '../actions/picture-steps.ts'
import { removeRecord } from '../actions/remove-record.ts'
import { saveRecord } from '../actions/save-record.ts'
import { checkContentPath } from '../git/content-path.ts'
import { contentPath, placeOf } from '../records/place.ts'
import { invalid } from '../refusals.ts'
import { persistMedia } from './picture-actions.ts'
import type { ParamsOf } from './protocol.ts'

/** Saves one record as a draft. */
export async function persistEntry(
  context: ActionContext,
  { dataFiles: [file], assets, options, openedVersion, keptVersion }: ParamsOf<'persistEntry'>,
) {
  if (!file) throw invalid('There is nothing to save.')
  if (assets.length > 0) await persistMedia()
  const place = placeOf(options.collectionName, file.slug)
  const path = contentPath(place)
  if (checkContentPath(file.path) !== path) throw invalid('A record keeps its place and its name.')
  if (file.newPath !== undefined && file.newPath !== path)
    throw invalid('A record keeps its place and its name.')

  const { raw } = file
  const saved = await saveRecord(context, { place, raw, isNew: options.newEntry, openedVersion, keptVersion })
  return { message: 'Saved.', ...saved }
}

/** Takes away one published record, or one picture that nothing shows. */
export async function deleteFile(context: ActionContext, { path }: ParamsOf<'deleteFile'>) {
  if (picturePath.test(path)) {
    await removePicture(context, path)
    return { message: 'The picture is gone.' }
  }
  return { message: 'Removed.', commit: await removeRecord(context, path) }
}

/** The same as `deleteFile`, as newer clients ask for it. */
export async function deleteFiles(context: ActionContext, { paths: [path] }: ParamsOf<'deleteFiles'>) {
  if (path === undefined) throw invalid('There is nothing to remove.')
  return deleteFile(context, { path })
}
