import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** Looks for a program that the tests take from the machine, and brings Debian's own package of it where it may. */

/** What a program is looked for in. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A program that the tests need is not there, or what a variable names cannot be run. The message says what to do. */
export class ProgramMissingError extends Error {
  override name = 'ProgramMissingError'
}

/**
 * The path of a program: what `variable` names, else the first of `names` on the PATH, else the first of `paths`.
 * @throws {ProgramMissingError} with one sentence: `isWhat` for what the variable must hold, `missing` when nothing was found
 */
export function findProgram(
  env: Environment,
  wanted: {
    variable: string
    isWhat: string
    names: readonly string[]
    paths: readonly string[]
    missing: string
  },
): string {
  const { variable, isWhat, names, paths, missing } = wanted
  const wished = env[variable]
  if (wished) {
    if (isProgram(wished)) return wished
    throw new ProgramMissingError(
      `${variable} holds "${wished}", which is not a program: please set it to ${isWhat}.`,
    )
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const found = [...onPath, ...paths].find(isProgram)
  if (found) return found
  throw new ProgramMissingError(missing)
}

/**
 * Prints where a program is, for scripts/test. With `--install` it brings the Debian package when the program is missing and
 * nothing else was wished for; that takes root. Ends with code 1 and one sentence when there is none.
 */
export function printProgram(find: () => string, options: { debianPackage: string; variable: string }): void {
  const mayInstall =
    process.argv.includes('--install') &&
    process.getuid?.() === 0 &&
    !process.env[options.variable] &&
    isProgram('/usr/bin/apt-get')
  try {
    console.log(mayInstall ? findOrInstall(find, options.debianPackage) : find())
  } catch (error) {
    if (!(error instanceof ProgramMissingError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

function findOrInstall(find: () => string, debianPackage: string): string {
  try {
    return find()
  } catch (error) {
    if (!(error instanceof ProgramMissingError)) throw error
    installFromDebian(debianPackage)
    return find()
  }
}

/** Debian's own package: the one way that needs no other registry. Its output goes to stderr. */
function installFromDebian(name: string): void {
  const options: SpawnSyncOptions = {
    stdio: ['ignore', process.stderr, process.stderr],
    // RUNLEVEL: a package that is a server must not start it.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options)
}

function isProgram(file: string): boolean {
  if (!file) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
