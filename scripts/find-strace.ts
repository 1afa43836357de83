/** Finds the strace that shows when a program flushes to disk: `node scripts/find-strace.ts [--install]`. */
import { type Environment, findProgram, printProgram } from './machine-program.ts'

/**
 * The path of a strace that can be run: what STRACE_PATH names, else the machine's own. There is none but on Linux.
 * @throws {ProgramMissingError} with one sentence that says what to install
 */
export function findStrace(env: Environment = process.env): string {
  return findProgram(env, {
    variable: 'STRACE_PATH',
    isWhat: 'an strace',
    names: ['strace'],
    paths: ['/usr/bin/strace'],
    missing:
      'Whether each write is flushed to disk is seen with strace: please install it (on Debian: apt-get install strace) or set STRACE_PATH to one.',
  })
}

if (import.meta.main) printProgram(findStrace, { debianPackage: 'strace', variable: 'STRACE_PATH' })
