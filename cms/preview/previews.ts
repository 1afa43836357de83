import { imageSize } from 'image-size'
import type { Log } from '#platform/log.ts'
import type { Html } from '#platform/pages/html.ts'
import { picturesNamedBy } from '#records/check-pictures.ts'
import { recordAt } from '#records/collections.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { smallPictureAddress } from '../pictures/picture-files.ts'
import type { Pictures } from '../pictures/pictures.ts'
import { recordOf, type StoredRecords } from '../records/stored-records.ts'
import { createNewestOnly } from './newest-only.ts'
import { previewDocument } from './preview-document.ts'
import type { PreviewProcess, PublishedText } from './preview-process.ts'
import { releaseStyles } from './release-styles.ts'

/** Shows the page of a record as it would be, by the site's own pages, among all that is published now. */
export function createPreviews(parts: PreviewParts): Previews {
  const { repository, records, pictures, drawing, releaseDir, log } = parts
  const newest = createNewestOnly()
  let known: Known = { files: [], texts: new Map() }

  /** What is published, each version read once. */
  async function publishedTexts(): Promise<Known['texts']> {
    const main = await mainOf(repository)
    // The repository gives the same list as long as nothing was published.
    const files = await repository.filesOf(main)
    if (known.files === files) return known.texts
    const before = known.texts
    const texts = await Promise.all(
      files
        .filter(({ path }) => recordAt(path))
        .map(async ({ path, blob }): Promise<[string, PublishedText][]> => {
          const same = before.get(path)
          if (same?.blob === blob) return [[path, same]]
          const record = await records.at(main, path)
          return record ? [[path, { blob, text: record.text }]] : []
        }),
    )
    known = { files, texts: new Map(texts.flat()) }
    return known.texts
  }

  async function picturesOf(file: DrawnFile): Promise<ShownPicture[]> {
    const place = recordAt(file.path)
    const record = recordOf(file.path, file.text, '')
    const named = place && record ? picturesNamedBy(place.collection, record.content.data) : []
    const sizes = named.map(async (path): Promise<ShownPicture[]> => {
      const bytes = await pictures.read(path)
      return bytes ? [{ file: path, ...sizeOf(bytes) }] : []
    })
    return (await Promise.all(sizes)).flat()
  }

  async function draw(
    file: DrawnFile,
    topOf: (part: string | undefined) => Html | undefined,
  ): Promise<Preview> {
    const published = await publishedTexts()
    const shown = await picturesOf(file)
    const answer = await drawing.draw(published, { file, pictures: shown })
    if (answer.kind === 'failed')
      log.warn({ path: file.path, reason: answer.reason }, 'a preview was not drawn')
    if (answer.kind !== 'drawn') return { kind: answer.kind }
    const [path = '/', part] = answer.path.split('#')
    const unpublished = await Promise.all(
      shown.map(async ({ file: picture }) =>
        (await repository.blobAt(await mainOf(repository), picture)) === undefined
          ? [{ file: picture, address: smallPictureAddress(picture) }]
          : [],
      ),
    )
    const top = topOf(part === undefined ? undefined : `#${part}`)
    const styles = await releaseStyles(releaseDir(), pagesLike(path, file.path, published.keys()))
    const parts = { styles, pictures: unpublished.flat(), ...(top && { top }) }
    return { kind: 'drawn', html: previewDocument(answer.html, parts) }
  }

  return {
    show: (accountId, file, topOf = () => undefined) => newest(accountId, () => draw(file, topOf)),
    close: () => drawing.close(),
  }
}

/** The page itself, and those of other records of its kind: a page that is new has no style sheets in the release yet. */
function pagesLike(path: string, file: string, published: Iterable<string>): string[] {
  const { collection, slug = '' } = recordAt(file) ?? {}
  const others = [...published]
    .flatMap((each) => recordAt(each) ?? [])
    .filter((each) => each.collection === collection)
    .slice(0, mostTried)
  return [path, ...others.map((each) => path.replace(`/${slug}/`, `/${each.slug}/`))]
}

const mostTried = 10

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes)
    return { width, height }
  } catch {
    // What is no picture is refused at the save; it takes no room until then.
    return { width: 0, height: 0 }
  }
}

interface DrawnFile {
  /** Under the content root. */
  readonly path: string
  readonly text: string
}

interface ShownPicture {
  readonly file: string
  readonly width: number
  readonly height: number
}

interface Known {
  readonly files: readonly unknown[]
  readonly texts: ReadonlyMap<string, PublishedText>
}

export interface PreviewParts {
  readonly repository: ContentRepository
  readonly records: StoredRecords
  readonly pictures: Pick<Pictures, 'read'>
  readonly drawing: PreviewProcess
  /** The folder of the current release. */
  readonly releaseDir: () => string
  readonly log: Pick<Log, 'warn'>
}

/** A page as it would look; `no-page` where none shows such records, `failed` where too much of the record is missing. */
export type Preview =
  | { readonly kind: 'drawn'; readonly html: string }
  | { readonly kind: 'no-page' | 'failed' }

export interface Previews {
  /**
   * Draws the page of a record as if this were its file, for somebody who may see it.
   *
   * @param topOf gives what stands above the page, from the place on it where the record is (`#slug`), if it has one
   * @throws CmsRefusal when the same person asked again before this was begun
   * @throws PreviewError when it could not be drawn, by no fault of the record
   */
  show(
    accountId: string,
    file: DrawnFile,
    topOf?: (part: string | undefined) => Html | undefined,
  ): Promise<Preview>
  close(): Promise<void>
}
