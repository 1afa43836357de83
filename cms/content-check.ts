import { checkFile } from '#records/check-content.ts'
import { checkTogether, type Problem } from '#records/check-together.ts'
import { recordAt } from '#records/collections.ts'
import type { ContentFile } from '#records/read-content.ts'
import type { ContentRepository } from './git/content-repository.ts'

/**
 * Checks what a change would do to the content as a whole, so that `main` always builds. What was wrong before and has
 * nothing to do with the change is not held against it. Each version of a file is checked by itself once and kept.
 */
export function createContentCheck(repository: ContentRepository): ContentCheck {
  let known = new Map<string, CheckedFile>()

  async function filesOf(commit: string): Promise<Map<string, CheckedFile>> {
    const files = (await repository.filesOf(commit)).filter(({ path }) => recordAt(path))
    const checked = await Promise.all(
      files.map(async ({ path, blob }): Promise<[string, CheckedFile]> => {
        const version = `${path}:${blob}`
        const text = async () => (await repository.readBlob(blob)) ?? ''
        return [version, known.get(version) ?? checkFile({ path, text: await text() })]
      }),
    )
    known = new Map(checked)
    return new Map(checked.map(([version, file]) => [version.slice(0, version.lastIndexOf(':')), file]))
  }

  return {
    async ofChange(base, { path, text }) {
      const before = await filesOf(base)
      const after = new Map(before)
      if (text === null) after.delete(path)
      else after.set(path, checkFile({ path, text }))

      const found = problemsOf(after)
      if (found.length === 0) return []
      const wrongBefore = new Set(problemsOf(before).map(nameOf))
      return found.filter((problem) => problem.file === path || !wrongBefore.has(nameOf(problem)))
    },
  }
}

/** The problems as one message for the person who saves: the field first, then what is wrong with it. */
export function messageOf(problems: readonly Problem[], path: string): string {
  const said = problems.slice(0, shown).map(({ file, field, message }) => {
    const sentence = `${field}: ${message.replace(whatItHolds, '').replace(/\.$/, '')}`
    return file === path ? `${sentence}.` : `${file}: ${sentence}.`
  })
  const more = problems.length - shown
  return [...said, ...(more > 0 ? [`There are ${more} more problems.`] : [])].join(' ')
}

const shown = 5

/** The person sees what the field holds; repeating it would fill the notice. */
const whatItHolds = / \(it holds .*\)\.?$/s

function problemsOf(files: ReadonlyMap<string, CheckedFile>): Problem[] {
  const checked = [...files.values()]
  const records = checked.flatMap(({ record }) => (record ? [record] : []))
  return [...checked.flatMap(({ found }) => found), ...checkTogether(records)]
}

function nameOf({ file, field, message }: Problem): string {
  return `${file}\n${field}\n${message}`
}

type CheckedFile = ReturnType<typeof checkFile>

export interface ContentCheck {
  /** What the change of one file would break, if it were made on top of a commit. `text: null` removes the file. */
  ofChange(base: string, change: { path: ContentFile['path']; text: string | null }): Promise<Problem[]>
}
