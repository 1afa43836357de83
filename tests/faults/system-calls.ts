import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStrace } from '../../scripts/find-strace.ts'

/** What a process asked of the system, in order. */
export interface SystemCall {
  kind: 'write to the log' | 'log flushed' | 'database flushed' | 'sent'
  /** what was written or sent; empty for a flush, which stands where it was done */
  bytes: Buffer
  /** where in the file, for a write to the log */
  offset: number
}

/**
 * Watches when a process writes to SQLite's write-ahead log, flushes it, and sends to sockets, with strace. Gives what ends
 * the watching; or a sentence, where the process cannot be watched.
 */
export async function watchSystemCalls(pid: number): Promise<(() => Promise<SystemCall[]>) | string> {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-strace-'))
  const file = join(folder, 'calls')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  let program: string
  try {
    program = findStrace()
  } catch (error) {
    remove()
    return error instanceof Error ? error.message : String(error)
  }
  const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg'
  const watcher = spawn(program, [
    '-f',
    '-y',
    '-xx',
    '-s',
    '4200',
    '-e',
    calls,
    '-o',
    file,
    '-p',
    String(pid),
  ])
  let said = ''
  const attached = new Promise<boolean>((resolve) => {
    watcher.stderr.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('attached')) resolve(!said.includes('Operation not permitted'))
    })
    watcher.once('error', () => resolve(false))
    watcher.once('exit', () => resolve(false))
  })
  if (!(await attached)) {
    watcher.kill('SIGKILL')
    remove()
    return `strace may not watch processes here (${said.trim().split('\n')[0] ?? 'it said nothing'})`
  }
  return async () => {
    const gone = once(watcher, 'exit')
    watcher.kill('SIGINT')
    await gone
    const lines = readFileSync(file, 'utf8').split('\n')
    remove()
    return readCalls(lines)
  }
}

/** Calls that were under way when another thread's came are in two lines: a write counts from its first, a flush from its last. */
export function readCalls(lines: readonly string[]): SystemCall[] {
  const flushing = new Map<string, SystemCall['kind']>()
  const calls: SystemCall[] = []
  for (const line of lines) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const resumed = /^<\.\.\. (?:fsync|fdatasync) resumed>/.test(rest)
    const [, name = '', shownPath = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(rest) ?? []
    const path = bytesOf(shownPath).toString()
    if (resumed) {
      const kind = flushing.get(thread)
      if (kind) calls.push({ kind, bytes: Buffer.alloc(0), offset: 0 })
      flushing.delete(thread)
    } else if (name === 'fsync' || name === 'fdatasync') {
      const kind = flushOf(path)
      if (!kind) continue
      if (rest.includes('<unfinished')) flushing.set(thread, kind)
      else calls.push({ kind, bytes: Buffer.alloc(0), offset: 0 })
    } else if (name === 'pwrite64' && path.endsWith('-wal')) {
      const offset = Number(/, (\d+)(?:\)| <unfinished)/.exec(rest)?.[1])
      calls.push({ kind: 'write to the log', bytes: bytesIn(rest), offset })
    } else if (path.startsWith('socket:') || path.startsWith('TCP')) {
      calls.push({ kind: 'sent', bytes: bytesIn(rest), offset: 0 })
    }
  }
  return calls
}

/** One frame of the log: a head of 24 bytes and a page; the head of a transaction's last frame says how large the database is. */
const pageSize = 4096
const headSize = 24

/** Whether this write ends a transaction. */
export function isCommit({ kind, bytes, offset }: SystemCall): boolean {
  const isHead = (offset - 32) % (pageSize + headSize) === 0 && offset >= 32
  return kind === 'write to the log' && isHead && bytes.length >= headSize && bytes.readUInt32BE(4) !== 0
}

function flushOf(path: string): SystemCall['kind'] | undefined {
  if (path.endsWith('.sqlite-wal')) return 'log flushed'
  return path.endsWith('.sqlite') ? 'database flushed' : undefined
}

/** All texts of a call, one after the other. */
function bytesIn(rest: string): Buffer {
  const texts = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, shown = '']) => bytesOf(shown))
  return Buffer.concat(texts)
}

/** strace shows each byte as `\x2f`, so that nothing in a text can be taken for something else. */
function bytesOf(shown: string): Buffer {
  return Buffer.from(shown.replaceAll('\\x', ''), 'hex')
}
