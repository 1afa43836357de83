import { picturesNamedBy } from '#records/check-pictures.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import { folderOf, pictureFacts } from '../pictures/picture-files.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { invalid, notAllowed, notFound } from '../refusals.ts'
import { type Actor, may } from '../rights/rights.ts'

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
export async function removePicture(context: ActionContext, path: string): Promise<void> {
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

/** @throws CmsRefusal when the pictures there are not of a provider whom the person serves */
export function refuseForeignFolder(actor: Actor, path: string): void {
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

export const noPicture = 'There is no such picture here.'
