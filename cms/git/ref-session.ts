import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createOneByOne } from '../one-by-one.ts'
import { GitError, gitEnvironment } from './git-command.ts'

/**
 * Moves refs through one long-lived `git update-ref --stdin`, so that a save costs no new process. Git ends when it refuses
 * something; the next change starts it again. It also ends with this program, and does nothing that it was not told to the
 * last word.
 */
export function openRefSession(gitDir: string, searchPath: string): RefSession {
  const oneByOne = createOneByOne()
  let running: ChildProcessWithoutNullStreams | undefined

  function start(): ChildProcessWithoutNullStreams {
    const child = spawn('git', ['--git-dir', gitDir, 'update-ref', '-z', '--stdin'], {
      env: gitEnvironment(searchPath),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => {})
    child.once('close', () => {
      if (running === child) running = undefined
    })
    return child
  }

  function send(child: ChildProcessWithoutNullStreams, commands: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      let said = ''
      let errors = ''
      const hear = (chunk: Buffer) => {
        said += chunk.toString('utf8')
        if (said.includes('commit: ok\n')) end(resolve)
      }
      const hearError = (chunk: Buffer) => {
        errors += chunk.toString('utf8')
      }
      const ended = (code: number | null) => end(() => reject(new GitError('update-ref', code, errors)))
      const failed = (cause: Error) =>
        end(() => reject(new Error('Git could not be started. Is it installed?', { cause })))
      function end(settle: () => void): void {
        child.stdout.off('data', hear)
        child.stderr.off('data', hearError)
        child.off('close', ended)
        child.off('error', failed)
        settle()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hearError)
      child.once('close', ended)
      child.once('error', failed)
      child.stdin.write(['start', ...commands, 'prepare', 'commit', ''].join('\0'))
    })
  }

  return {
    move: (commands) =>
      oneByOne(() => {
        running ??= start()
        return send(running, commands)
      }),
    async close() {
      const ending = running
      running = undefined
      if (!ending || ending.exitCode !== null) return
      const closed = new Promise<void>((resolve) => ending.once('close', () => resolve()))
      ending.stdin.end()
      await closed
    },
  }
}

export interface RefSession {
  /** Carries out commands of `git update-ref -z`, all or none. @throws GitError with what Git said */
  move(commands: readonly string[]): Promise<void>
  close(): Promise<void>
}
