import { createHash } from 'node:crypto'
import type { CommitAuthor, ContentRepository } from '../git/content-repository.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import type { ContentFile } from '../git/tree.ts'
import { createOneByOne } from '../one-by-one.ts'
import { invalid } from '../refusals.ts'
import { encodePicture } from './encode-picture.ts'
import { folderOf, picturesIn } from './picture-files.ts'

/**
 * The pictures of the content repository, `media/<id of a provider>/<name>`. An upload waits under a ref of its own until
 * a draft uses it; then it is committed with the record, and published with it. What changes something is to be called
 * inside `repository.writing`.
 */
export function createPictures(repository: ContentRepository): Pictures {
  const oneByOne = createOneByOne()

  async function uploads(): Promise<readonly ContentFile[]> {
    const tip = await repository.refTarget(uploadsRef)
    return tip === undefined ? [] : picturesIn(repository, tip)
  }

  /** Commits a change of the uploads; no ref moves. */
  async function changeUploads(path: string, blob: string | null, { author, at }: Signed) {
    const from = (await repository.refTarget(uploadsRef)) ?? null
    const to = await repository.commit({
      parents: from === null ? [] : [from],
      changes: [{ path, blob }],
      message: `${blob === null ? 'Remove' : 'Upload'} ${path}`,
      ...{ author, at },
    })
    return { ref: uploadsRef, from, to }
  }

  async function stored(): Promise<ContentFile[]> {
    const byPath = new Map<string, ContentFile>()
    for (const file of await picturesIn(repository, await mainOf(repository))) byPath.set(file.path, file)
    for (const file of await uploads()) byPath.set(file.path, file)
    return [...byPath.values()]
  }

  return {
    stored,

    encode: (upload) => oneByOne(() => encodePicture(upload)),

    async read(path) {
      const file = (await stored()).find((each) => each.path === path)
      return file && repository.readBytes(file.blob)
    },

    async add(provider, picture, signed) {
      const name = createHash('sha256').update(picture).digest('hex').slice(0, 16)
      const path = `${folderOf(provider)}${name}.webp`
      const there = (await stored()).filter((file) => file.path.startsWith(folderOf(provider)))
      if (there.some((file) => file.path === path)) return path
      if (there.length >= mostPictures) {
        throw invalid(`There are ${mostPictures} pictures already. Delete one that you do not use first.`)
      }
      const blob = await repository.writeBlob(picture)
      await repository.updateRefs([await changeUploads(path, blob, signed)])
      return path
    },

    async remove(path, signed) {
      const main = await mainOf(repository)
      const isUpload = (await uploads()).some((file) => file.path === path)
      const isPublished = (await repository.blobAt(main, path)) !== undefined
      const removal = {
        parents: [main],
        changes: [{ path, blob: null }],
        message: `Remove ${path}`,
        ...signed,
      }
      const to = isPublished ? await repository.commit(removal) : main
      await repository.updateRefs([
        ...(isUpload ? [await changeUploads(path, null, signed)] : []),
        ...(isPublished ? [{ ref: mainRef, from: main, to }] : []),
      ])
      return isPublished ? to : undefined
    },
  }
}

const uploadsRef = 'refs/cms/pictures'

/** How many pictures a provider may have. */
const mostPictures = 200

interface Signed {
  readonly author: CommitAuthor
  /** ms UTC */
  readonly at: number
}

export interface Pictures {
  /** Every picture that a record may show: published ones, and uploads. */
  stored(): Promise<ContentFile[]>
  read(path: string): Promise<Buffer | undefined>
  /** `encodePicture`, one at a time: a large picture takes much memory while it is unpacked. */
  encode(upload: Uint8Array): Promise<Buffer>
  /** Stores a picture that was made by `encodePicture` and gives its path. @throws CmsRefusal when there are too many */
  add(provider: string, picture: Uint8Array, signed: Signed): Promise<string>
  /** Takes a picture away. Gives the new commit of `main` when it was published. */
  remove(path: string, signed: Signed): Promise<string | undefined>
}
