import type { ActionContext } from '../action-context.ts'
import { noPicture, refuseForeignFolder } from '../actions/picture-steps.ts'
import { folderOf, smallPictureAddress } from '../pictures/picture-files.ts'
import { notAllowed, notFound } from '../refusals.ts'
import type { ParamsOf } from './protocol.ts'

/** The pictures of one provider, as Decap describes files. `displayURL` shows a small one to who may see it. */
export async function getMedia(context: ActionContext, { provider }: ParamsOf<'getMedia'>) {
  refuseForeignFolder(context.actor, folderOf(provider))
  const stored = await context.pictures.stored()
  return stored.filter(({ path }) => path.startsWith(folderOf(provider))).map(pictureReply)
}

/** One picture, as Decap describes files. */
export async function getMediaFile(context: ActionContext, { path }: ParamsOf<'getMediaFile'>) {
  refuseForeignFolder(context.actor, path)
  const file = (await context.pictures.stored()).find((each) => each.path === path)
  if (!file) throw notFound(noPicture)
  return pictureReply(file)
}

/** @throws CmsRefusal always: a picture is sent as it is, to the address of pictures, and not as text */
export async function persistMedia(): Promise<never> {
  throw notAllowed('Upload pictures at the field “Picture” of a service.')
}

function pictureReply({ path, blob }: { path: string; blob: string }) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return { id: blob, name, path, displayURL: smallPictureAddress(path) }
}
