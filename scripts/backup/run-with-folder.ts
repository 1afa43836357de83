import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../../platform/config.ts'
import { errorCode } from '../../platform/error-code.ts'
import { OperatorError } from '../../platform/operator-error.ts'

/**
 * Runs a command that takes one folder and the installation's settings. What can be put right ends it with one sentence
 * and code 1.
 *
 * @param work resolves with what to say at the end
 */
export async function runWithFolder(
  usage: string,
  env: Readonly<Record<string, string | undefined>>,
  work: (folder: string, config: Config) => Promise<string>,
): Promise<void> {
  try {
    console.log(await work(folderOf(process.argv.slice(2), usage), readConfig(env)))
  } catch (error) {
    const sentence = sentenceFor(error)
    if (sentence === undefined) throw error
    console.error(sentence)
    process.exitCode = 1
  }
}

function folderOf(args: string[], usage: string): string {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [folder] = positionals
    if (folder && positionals.length === 1) return folder
  } catch {
    // An option that does not exist: what there is follows.
  }
  throw new OperatorError(usage)
}

function sentenceFor(error: unknown): string | undefined {
  if (error instanceof OperatorError) return error.message
  const sqliteFull = error instanceof Error && Reflect.get(error, 'errcode') === 13
  const code = errorCode(error)
  if (sqliteFull || code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk is full. Nothing was kept of it; make room, or name a folder on another disk.'
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOENT')
    return `${typeof path === 'string' ? path : 'The folder'} cannot be read or written to. Give this user the right, or name another folder.`
  return undefined
}
