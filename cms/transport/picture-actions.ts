import { picturesNamedBy } from '#records/check-pictures.ts'
import { mainOf } from '../git/main-branch.ts'
import { folderOf, pictureFacts, smallPictureAddress } from '../pictures/picture-files.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { invalid, notAllowed, notFound } from '../refusals.ts'
import { type Actor, may } from '../rights/rights.ts'
import { type ActionContext, authorOf } from './action-context.ts'
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

/** Stores an upload, made small and clean, for a provider. */
export async function addPicture(context: ActionContext, provider: string, upload: Uint8Array) {
  refuseForeignFolder(context.actor, folderOf(provider))
  const { records, repository, pictures, actor, clock } = context
  const providers = await records.all(await mainOf(repository), 'providers')
  if (!providers.some(({ facts }) => facts.id === provider)) {
    throw invalid('Choose the provider of this service first. The picture belongs to it.')
  }
  const picture = await pictures.encode(upload)
  const signed = { author: authorOf(actor), at: clock() }
  const path = await repository.writing(() => pictures.add(provider, picture, signed))
  await context.remember({ actor: actor.accountId, action: 'upload', subject: path, detail: {} })
  return { path }
}

/** Takes away a picture that nothing shows. */
export async function removePicture(context: ActionContext, path: string) {
  refuseForeignFolder(context.actor, path)
  const { repository, pictures, actor, clock } = context
  const commit = await repository.writing(async () => {
    if (!(await pictures.stored()).some((file) => file.path === path)) throw notFound(noPicture)
    if (await isShown(context, path)) {
      throw invalid('A page or a draft shows this picture. Take it out there first.')
    }
    return pictures.remove(path, { author: authorOf(actor), at: clock() })
  })
  if (commit !== undefined) context.onPublish(commit)
  await context.remember({ actor: actor.accountId, action: 'delete', subject: path, detail: {} })
  return { message: 'The picture is gone.' }
}

/**
 * A person shows only pictures of providers they serve; what was in the record before, put there by an editor, may stay.
 * @throws CmsRefusal
 */
export function refuseForeignPictures(
  actor: Actor,
  named: readonly string[],
  before: readonly (StoredRecord | undefined)[],
): void {
  const kept = new Set(
    before.flatMap((record) => (record ? picturesNamedBy(record.collection, record.content.data) : [])),
  )
  for (const path of named) if (!kept.has(path)) refuseForeignFolder(actor, path)
}

function refuseForeignFolder(actor: Actor, path: string): void {
  if (!may(actor, 'save', pictureFacts(path))) {
    throw notAllowed('You can only use pictures of your own organisation. Upload the picture yourself.')
  }
}

async function isShown({ records, repository, drafts }: ActionContext, path: string): Promise<boolean> {
  const published = await records.all(await mainOf(repository), 'services')
  const drafted = (await drafts.all()).map(({ record }) => record)
  return [...published, ...drafted].some(({ collection, content }) =>
    picturesNamedBy(collection, content.data).includes(path),
  )
}

function pictureReply({ path, blob }: { path: string; blob: string }) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return { id: blob, name, path, displayURL: smallPictureAddress(path) }
}

const noPicture = 'There is no such picture here.'
