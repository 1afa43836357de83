import { type ChildProcess, spawn } from 'node:child_process'
import { errorCode } from '#platform/error-code.ts'
import { OperatorError } from '#platform/operator-error.ts'

/** Git refused a command: says which command and what Git wrote to its error output. */
export class GitError extends OperatorError {
  override readonly name = 'GitError'
  readonly exitCode: number | null
  readonly errorOutput: string

  constructor(command: string, exitCode: number | null, errorOutput: string) {
    super(`git ${command} ended with ${exitCode ?? 'a signal'}: ${errorOutput.trim()}`)
    this.exitCode = exitCode
    this.errorOutput = errorOutput
  }
}

/**
 * The environment of every Git process: nothing of the machine's or the user's Git settings reaches it, and it
 * can never ask for a password.
 */
export function gitEnvironment(searchPath: string): Record<string, string> {
  return {
    PATH: searchPath,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  }
}

/** Makes `run`, which runs Git on one bare repository. */
export function createGitCommand(gitDir: string, searchPath: string): GitCommand {
  const environment = gitEnvironment(searchPath)

  return function run(args, options = {}) {
    const { input, extraEnvironment = {}, acceptExitCodes = [0], signal } = options
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new GitError(args[0] ?? '', null, ''))
        return
      }
      const child = spawn('git', ['--git-dir', gitDir, ...args], {
        env: { ...environment, ...extraEnvironment },
        stdio: ['pipe', 'pipe', 'pipe'],
        // What may be told to end has a group of its own: Git starts other programs, ssh for one, that outlive it.
        detached: signal !== undefined,
      })
      const end = () => endGroup(child)
      signal?.addEventListener('abort', end, { once: true })
      const output: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.on('error', (cause) => {
        reject(new Error('Git could not be started. Is it installed?', { cause }))
      })
      child.on('close', (code) => {
        signal?.removeEventListener('abort', end)
        const errorOutput = Buffer.concat(errors).toString('utf8')
        if (code === null || !acceptExitCodes.includes(code)) {
          reject(new GitError(args[0] ?? '', code, errorOutput))
          return
        }
        resolve({ exitCode: code, output: Buffer.concat(output) })
      })
      // A process that ends before it has read its input closes the pipe; its exit code tells the story.
      child.stdin.on('error', () => {})
      child.stdin.end(input ?? '')
    })
  }
}

/** What Git says to a command, line by line. @throws GitError */
export async function linesOf(
  git: GitCommand,
  args: readonly string[],
  options?: GitRunOptions,
): Promise<string[]> {
  const { output } = await git(args, options)
  return output.toString('utf8').split('\n').filter(Boolean)
}

/** Asks Git and all that it has started to end, and ends what does not. */
function endGroup(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  const send = (signal: 'SIGTERM' | 'SIGKILL') => {
    try {
      process.kill(-pid, signal)
    } catch (error) {
      // All of it has ended by itself.
      if (errorCode(error) !== 'ESRCH') throw error
    }
  }
  send('SIGTERM')
  const timer = setTimeout(send, graceMs, 'SIGKILL')
  child.once('close', () => clearTimeout(timer))
}

const graceMs = 2_000

export interface GitRunOptions {
  readonly input?: string | Uint8Array
  readonly extraEnvironment?: Readonly<Record<string, string>>
  /** Exit codes that are an answer, not a failure. Only 0 unless stated. */
  readonly acceptExitCodes?: readonly number[]
  /** Ends the command, and whatever it has started. */
  readonly signal?: AbortSignal
}

export type GitCommand = (
  args: readonly string[],
  options?: GitRunOptions,
) => Promise<{ exitCode: number; output: Buffer }>
