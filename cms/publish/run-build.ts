import { spawn } from 'node:child_process'
import { OperatorError } from '#platform/operator-error.ts'

/** The build ended badly. `reason` is the end of what it wrote. */
export class BuildError extends OperatorError {
  override readonly name = 'BuildError'
}

/**
 * Runs the build of one release. Its environment is what is listed here and nothing else, so that no secret of the
 * server can reach a page.
 *
 * @throws BuildError when it does not end with 0, with the last lines that it wrote
 */
export function runBuild(
  { command, cwd, path, home }: BuildCommand,
  { contentDir, releaseDir }: { contentDir: string; releaseDir: string },
  signal: AbortSignal,
): Promise<void> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: {
        PATH: path,
        HOME: home,
        CONTENT_DIR: contentDir,
        RELEASE_DIR: releaseDir,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let written = ''
    const keepEnd = (chunk: Buffer) => {
      written = (written + chunk.toString('utf8')).slice(-keptCharacters)
    }
    child.stdout.on('data', keepEnd)
    child.stderr.on('data', keepEnd)
    child.on('error', (cause) =>
      reject(new BuildError(`The build could not run: ${cause.message}`, { cause })),
    )
    child.on('close', (code, ended) => {
      if (code === 0) resolve()
      else reject(new BuildError(whyItEnded(lastLines(written), code, ended)))
    })
  })
}

const keptCharacters = 8_000
const shownLines = 12

/** Where in the program it happened: nobody at the council can use that, and it would push out what happened. */
const lineOfStack = /^at (?:async )?\S.*:\d+:\d+\)?$/

/** How a line with an error begins: `04:35:33 [ERROR] ` */
const errorMark = /^(?:\d\d:\d\d:\d\d )?\[ERROR\] /

/** What a build that was stopped wrote last is no reason: it was well until then. */
function whyItEnded(said: string, code: number | null, signal: NodeJS.Signals | null): string {
  if (signal !== null)
    return `The build was stopped from outside (${signal}), as a system does that has no memory left.`
  return said || `The build ended with ${code}.`
}

function lastLines(written: string): string {
  // A build writes colours: escape, bracket, numbers, m.
  const plain = written.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
  // The lines of the frames that it draws say nothing to a person.
  const lines = plain
    .replaceAll(/[\u2500-\u257f]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'Stack trace:' && !lineOfStack.test(line))
  // What it wrote before its first error was well.
  const error = lines.findIndex((line) => errorMark.test(line))
  const said = lines.slice(Math.max(0, error)).map((line) => line.replace(errorMark, ''))
  return [...new Set(said)].slice(-shownLines).join('\n')
}

/** How a release is built. */
export interface BuildCommand {
  /** Program and arguments. */
  readonly command: readonly string[]
  readonly cwd: string
  /** Value of PATH. */
  readonly path: string
  /** Value of HOME. */
  readonly home: string
}
