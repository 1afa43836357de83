/** What no file of the project may hold, each with the reason that is printed; pure. */

export type Finding = { file: string; line: number; message: string }

type Pattern = { pattern: RegExp; message: string; files: RegExp }

const code = /\.(ts|tsx|astro|mjs|js)$/
const tests = /\.(test|spec|fixture)\.tsx?$/

const patterns: readonly Pattern[] = [
  { files: code, pattern: /\bArray<\s*any\s*>/, message: 'an array of any: say what it holds' },
  {
    files: code,
    pattern: /\bas\s+unknown\s+as\b/,
    message: 'a cast through unknown: parse or narrow instead',
  },
  {
    files: code,
    pattern: /@ts-(?:ignore|expect-error|nocheck)/,
    message: 'a silenced type error: fix the type',
  },
  { files: code, pattern: /\bbiome-(?:ignore)/, message: 'a silenced lint rule: fix the code' },
  {
    files: tests,
    pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only|skip|skipIf|runIf|todo|fixme|fails)\b/,
    message: 'a test that does not run, or keeps others from running',
  },
  { files: code, pattern: /\bwaitFor(?:Timeout)\(/, message: 'a sleep: wait for what the user would see' },
  {
    files: tests,
    pattern:
      /timers\/(?:promises)|setTimeout\(\s*(?:resolve|done|r|ok)\b|setTimeout\(\s*\(\)\s*=>\s*(?:resolve|done|r|ok)\(/,
    message: 'a sleep: wait for the state that the test needs',
  },
  {
    files: /\.(ts|tsx|astro|mjs|js|css|sh|ya?ml)$|^scripts\/[^.]+$/,
    pattern: /\b(?:TO[D]O|FIX[M]E)\b/,
    message: 'unfinished work: finish it',
  },
  {
    files: /(^|\/)package-lock\.json$/,
    pattern: /"resolved":\s*"https?:/,
    message: 'the host of a registry in the lock file: install with the .npmrc of this repository',
  },
]

const namelessFile = /(^|\/)(index|utils?|helpers?|misc|common)\.(ts|tsx)$/
const serverJsx = /^(chat-server|platform|scripts|cms\/(?!admin\/)).*\.tsx$/
const lengthLimit = 250

/** Every forbidden thing in one file, with its line. */
export function findForbidden(file: string, text: string): Finding[] {
  const relevant = patterns.filter((pattern) => pattern.files.test(file))
  const inText = text
    .split('\n')
    .flatMap((line, index) =>
      relevant
        .filter(({ pattern }) => pattern.test(line))
        .map(({ message }) => ({ file, line: index + 1, message })),
    )
  return [...inText, ...findForbiddenName(file)]
}

/** A warning when a source file is longer than 250 lines: it is asking to be two. */
export function findOverlong(file: string, text: string): Finding[] {
  const lines = text.split('\n').length - 1
  const relevant = code.test(file) || file.endsWith('.css')
  return relevant && lines > lengthLimit
    ? [{ file, line: lines, message: `${lines} lines, over ${lengthLimit}` }]
    : []
}

function findForbiddenName(file: string): Finding[] {
  const message = namelessFile.test(file)
    ? 'a file name that says nothing: name it after what it knows'
    : serverJsx.test(file)
      ? '.tsx on the server: Node runs .ts as it is, and no .tsx'
      : undefined
  return message ? [{ file, line: 1, message }] : []
}
