import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { gitEnvironment } from './git-command.ts'

/**
 * Reads objects through one long-lived `git cat-file --batch`, so that a read costs no new process. Answers come in
 * the order of the questions. A process that died is started again by the next question.
 */
export function openObjectReader(gitDir: string, searchPath: string): ObjectReader {
  let running: Running | undefined

  function start(): Running {
    const child = spawn('git', ['--git-dir', gitDir, 'cat-file', '--batch'], {
      env: gitEnvironment(searchPath),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const started: Running = { child, waiting: [], received: Buffer.alloc(0) }
    const fail = (reason: Error) => {
      if (running === started) running = undefined
      for (const { reject } of started.waiting.splice(0)) reject(reason)
    }
    child.stdout.on('data', (chunk: Buffer) => takeAnswers(started, chunk))
    child.stderr.resume()
    child.stdin.on('error', fail)
    child.on('error', fail)
    child.on('close', () => fail(new Error('The process that reads the content repository ended.')))
    return started
  }

  return {
    read(name) {
      if (/[\n\0]/.test(name)) return Promise.reject(new Error('An object name holds no line break.'))
      running ??= start()
      const { child, waiting } = running
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        child.stdin.write(`${name}\n`)
      })
    },
    async close() {
      const ending = running
      running = undefined
      if (!ending) return
      const closed = new Promise<void>((resolve) => ending.child.once('close', () => resolve()))
      ending.child.stdin.end()
      await closed
    },
  }
}

/** Takes every complete answer out of what has arrived: `<id> <type> <size>\n<content>\n` or `<name> missing\n`. */
function takeAnswers(running: Running, chunk: Buffer): void {
  running.received = running.received.length === 0 ? chunk : Buffer.concat([running.received, chunk])
  for (;;) {
    const lineEnd = running.received.indexOf(10)
    if (lineEnd < 0) return
    const header = running.received.toString('utf8', 0, lineEnd)
    const found = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(header)
    if (!found) {
      running.received = running.received.subarray(lineEnd + 1)
      running.waiting.shift()?.resolve(undefined)
      continue
    }
    const [, id = '', type = '', size = '0'] = found
    const end = lineEnd + 1 + Number(size)
    if (running.received.length < end + 1) return
    const content = Buffer.from(running.received.subarray(lineEnd + 1, end))
    running.received = running.received.subarray(end + 1)
    running.waiting.shift()?.resolve({ id, type, content })
  }
}

interface Running {
  readonly child: ChildProcessWithoutNullStreams
  readonly waiting: {
    resolve: (object: GitObject | undefined) => void
    reject: (reason: Error) => void
  }[]
  received: Buffer
}

export interface GitObject {
  readonly id: string
  readonly type: string
  readonly content: Buffer
}

/**
 * Reads like `reader`, but keeps the trees that it was asked for by id, up to `keep` of them: what an id stands for never
 * changes, and every save looks at the same folders again.
 */
export function keepTrees(reader: ObjectReader, keep = 2_000): ObjectReader {
  const trees = new Map<string, GitObject>()
  return {
    ...reader,
    async read(name) {
      const known = trees.get(name)
      if (known) return known
      const object = await reader.read(name)
      if (object?.type === 'tree') {
        if (trees.size >= keep) trees.clear()
        trees.set(object.id, object)
      }
      return object
    },
  }
}

export interface ObjectReader {
  /** Reads by object id, ref name or `<commit>^{tree}`; undefined when there is no such object. */
  read(name: string): Promise<GitObject | undefined>
  close(): Promise<void>
}
