import type { ContentRepository } from '../git/content-repository.ts'
import type { ContentFile } from '../git/tree.ts'
import type { RecordFacts } from '../rights/rights.ts'

/** Largest upload, in bytes: a photograph as a telephone takes it. */
export const largestUpload = 8_000_000

/** The pictures of a commit. */
export function picturesIn(repository: ContentRepository, commit: string): Promise<readonly ContentFile[]> {
  return repository.filesOf(commit, 'media')
}

/** What the rights table needs to know of a picture: it belongs to its provider as the provider's own record does. */
export function pictureFacts(path: string): RecordFacts {
  return { collection: 'providers', id: path.split('/')[1], provider: undefined }
}

/** Where a small one of a picture is shown to who may see it. `path` begins with `media/`. */
export function smallPictureAddress(path: string): string {
  return `/api/cms/${path.replace(/^media/, 'pictures')}`
}

/** The folder of a provider's pictures, with a slash at its end. */
export function folderOf(provider: string): string {
  return `media/${provider}/`
}
