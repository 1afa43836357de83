import { capital } from '#records/capital.ts'
import { checkFile } from '#records/check-content.ts'
import { type PictureCheck, picturesNamedBy } from '#records/check-pictures.ts'
import { checkTogether, type Problem } from '#records/check-together.ts'
import { recordAt } from '#records/collections.ts'
import { pictureMissing, pictureProblem } from '#records/picture-file.ts'
import type { ContentFile } from '#records/read-content.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import type { ContentFile as StoredFile } from '../git/tree.ts'
import { fieldInWords } from './field-in-words.ts'

/**
 * Checks what a change would do to the content as a whole, so that `main` always builds. What was wrong before and has
 * nothing to do with the change is not held against it. Each version of a file is checked by itself once and kept.
 */
export function createContentCheck(repository: ContentRepository): ContentCheck {
  let known: Known = { stored: [], blobs: new Map(), files: new Map() }

  async function filesOf(stored: readonly StoredFile[]): Promise<ReadonlyMap<string, CheckedFile>> {
    // The repository gives the same list as long as nothing was published.
    if (known.stored === stored) return known.files
    const before = known
    const records = stored.filter(({ path }) => recordAt(path))
    const checked = await Promise.all(
      records.map(async ({ path, blob }): Promise<[string, CheckedFile]> => {
        const same = before.blobs.get(path) === blob ? before.files.get(path) : undefined
        return [path, same ?? checkFile({ path, text: (await repository.readBlob(blob)) ?? '' })]
      }),
    )
    const blobs = new Map(records.map(({ path, blob }) => [path, blob]))
    known = { stored, blobs, files: new Map(checked) }
    return known.files
  }

  /** Of pictures that a change does not name it is enough that they are there: they were looked at when they came. */
  async function pictureCheckOf(
    stored: readonly StoredFile[],
    changed: CheckedFile | undefined,
  ): Promise<PictureCheck> {
    const blobs = new Map(stored.map(({ path, blob }) => [path, blob]))
    const named = changed?.record ? picturesNamedBy(changed.record.collection, changed.record.data) : []
    const wrong = new Map<string, string | undefined>()
    for (const path of named) {
      const blob = blobs.get(path)
      const bytes = blob === undefined ? undefined : await repository.readBytes(blob)
      wrong.set(path, bytes ? pictureProblem(bytes) : pictureMissing)
    }
    return (path) => (wrong.has(path) ? wrong.get(path) : blobs.has(path) ? undefined : pictureMissing)
  }

  return {
    async prepare(base) {
      await filesOf(await repository.filesOf(base))
    },

    async ofCommit(base, commit) {
      const problemsIn = async (id: string) => {
        const stored = await repository.filesOf(id)
        const paths = new Set(stored.map(({ path }) => path))
        const check: PictureCheck = (path) => (paths.has(path) ? undefined : pictureMissing)
        return problemsOf(await filesOf(stored), check)
      }
      const wrongBefore = new Set((await problemsIn(base)).map(nameOf))
      return (await problemsIn(commit)).filter((problem) => !wrongBefore.has(nameOf(problem)))
    },

    async ofChange(base, { path, text, pictures = [] }) {
      const stored = await repository.filesOf(base)
      const before = await filesOf(stored)
      const after = new Map(before)
      if (text === null) after.delete(path)
      else after.set(path, checkFile({ path, text }))

      const check = await pictureCheckOf([...stored, ...pictures], after.get(path))
      const found = problemsOf(after, check)
      if (found.length === 0) return []
      const wrongBefore = new Set(problemsOf(before, check).map(nameOf))
      return found.filter((problem) => problem.file === path || !wrongBefore.has(nameOf(problem)))
    },
  }
}

/** The problems as one message for the person who saves: the field first, then what is wrong with it. */
export function messageOf(problems: readonly Problem[], path: string): string {
  const said = wrongFields(problems.slice(0, shown)).map(({ file, label, words }) =>
    file === path ? `${label}: ${words}` : `${file}: ${label}: ${words}`,
  )
  const more = problems.length - shown
  return [...said, ...(more > 0 ? [`There are ${more} more problems.`] : [])].join(' ')
}

/** All of the problems, each with what the form calls its field. */
export function wrongFields(problems: readonly Problem[]): WrongField[] {
  return problems.map((problem) => ({
    file: problem.file,
    field: problem.field,
    label: fieldInWords(problem.file, problem.field),
    words: `${withoutLabel(problem)}.`,
  }))
}

/** A problem as a sentence for a form that shows the field it is about. */
export function plainMessage(problem: Problem): string {
  return `${withoutWhatItHolds(problem).replace(/^is missing\. /, '')}.`
}

/** Most sentences begin with the label of their field, which stands before them already. */
function withoutLabel(problem: Problem): string {
  const label = fieldInWords(problem.file, problem.field).split(' › ').at(-1)?.replace(/ \d+$/, '')
  const [whole, missing] = [withoutWhatItHolds(problem), 'is missing. ']
  const isMissing = whole.startsWith(missing)
  const said = isMissing ? whole.slice(missing.length) : whole
  const short = said.startsWith(`${label}: `) ? said.slice(`${label}: `.length) : said
  return isMissing ? `${missing}${capital(short)}` : short
}

function withoutWhatItHolds({ message }: Problem): string {
  return message.replace(whatItHolds, '').replace(/\.$/, '')
}

const shown = 5

/** The person sees what the field holds; repeating it would fill the notice. */
const whatItHolds = / \(it holds .*\)\.?$/s

function problemsOf(files: ReadonlyMap<string, CheckedFile>, check: PictureCheck): Problem[] {
  const checked = [...files.values()]
  const records = checked.flatMap(({ record }) => (record ? [record] : []))
  return [...checked.flatMap(({ found }) => found), ...checkTogether(records, check)]
}

function nameOf({ file, field, message }: Problem): string {
  return `${file}\n${field}\n${message}`
}

type CheckedFile = ReturnType<typeof checkFile>

/** The files that were checked last, and which version of each. */
interface Known {
  readonly stored: readonly StoredFile[]
  readonly blobs: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, CheckedFile>
}

/** A field that holds something wrong, for a form. */
export interface WrongField {
  /** Path of the record under the content root. */
  readonly file: string
  /** The field, with dots between levels, or `body`. */
  readonly field: string
  /** What the form calls it, with the groups around it. */
  readonly label: string
  /** What is wrong, as a sentence. */
  readonly words: string
}

export interface ContentCheck {
  /** What another commit has wrong that `base` has not. */
  ofCommit(base: string, commit: string): Promise<Problem[]>
  /** Looks at every file of a commit, so that the first change after a start need not wait for that. */
  prepare(base: string): Promise<void>
  /**
   * What the change of one file would break, if it were made on top of a commit. `text: null` removes the file; `pictures`
   * are picture files that come with it.
   */
  ofChange(base: string, change: ContentChange): Promise<Problem[]>
}

interface ContentChange {
  readonly path: ContentFile['path']
  readonly text: string | null
  readonly pictures?: readonly StoredFile[]
}
