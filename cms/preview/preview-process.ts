import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DrawOrder,
  type PreviewAnswer,
  type PreviewOrder,
  previewAnswer,
} from '#records/page-preview.ts'
import { createOneByOne } from '../one-by-one.ts'

/**
 * The program that draws previews, in a process of its own: nothing that it draws holds up the server, or sees what the
 * server knows. It has no environment, reads only itself and the packages, and may write and start nothing. It is started
 * at the first preview, and ended when nobody has wanted one for a while, when a page takes too long and when it fails. Should
 * it hang when the server is killed, it comes to the end of its processor time.
 */
export function createPreviewProcess({ root, limits = usualLimits }: PreviewProcessOptions): PreviewProcess {
  const oneByOne = createOneByOne()
  let running: Running | undefined
  let count = 0

  function current(): Running {
    return running ?? start()
  }

  function start(): Running {
    const child = startProgram(root, limits.processorSeconds)
    const started: Running = { child, told: new Map(), idle: undefined }
    const ended = () => {
      if (running === started) running = undefined
    }
    child.once('exit', ended)
    // What is written to a program that has just ended is such an error, and heard by nobody it would end the server.
    child.on('error', ended)
    running = started
    return started
  }

  function stop(): void {
    clearTimeout(running?.idle)
    running?.child.kill('SIGKILL')
    running = undefined
  }

  return {
    draw: (published, { file, pictures }) =>
      oneByOne(async () => {
        const now = current()
        clearTimeout(now.idle)
        tellContent(now, published)
        count += 1
        const order: DrawOrder = { kind: 'draw', id: count, file, pictures: [...pictures] }
        const answer = await answerTo(now.child, order, limits.answerMs).catch((error: unknown) => {
          // What hangs would hang again.
          if (running === now) stop()
          throw error
        })
        now.idle = setTimeout(stop, limits.idleMs).unref()
        return answer
      }),
    async close() {
      stop()
    },
  }
}

function startProgram(root: string, processorSeconds: number): ChildProcess {
  const bundle = join(root, 'dist/preview')
  const packages = [...new Set([join(root, 'node_modules'), realpathSync(join(root, 'node_modules'))])]
  return fork(join(bundle, 'main.js'), [], {
    env: {},
    cwd: bundle,
    // The shell sets limits, which the system keeps, and becomes the program.
    execPath: '/bin/sh',
    execArgv: [
      '-c',
      `ulimit -c 0; ulimit -t ${processorSeconds}; unset PWD; exec "$0" "$@"`,
      process.execPath,
      '--permission',
      // The parser of Markdown is a native program.
      '--allow-addons',
      '--disable-warning=SecurityWarning',
      ...[bundle, ...packages].map((folder) => `--allow-fs-read=${folder}/`),
      `--allow-fs-read=${join(root, 'package.json')}`,
      '--max-old-space-size=512',
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Tells what is published now and was not told yet. */
function tellContent({ child, told }: Running, published: ReadonlyMap<string, PublishedText>): void {
  const files: { path: string; text: string | null }[] = []
  for (const [path, { blob, text }] of published) if (told.get(path) !== blob) files.push({ path, text })
  for (const path of told.keys()) if (!published.has(path)) files.push({ path, text: null })
  if (files.length === 0) return
  child.send({ kind: 'content', files } satisfies PreviewOrder)
  told.clear()
  for (const [path, { blob }] of published) told.set(path, blob)
}

/** @throws PreviewError when the program ends, or does not answer in time */
function answerTo(child: ChildProcess, order: DrawOrder, withinMs: number): Promise<PreviewAnswer> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      child.off('message', heard)
      child.off('exit', ended)
      child.off('error', ended)
    }
    const heard = (message: unknown) => {
      const { data: answer } = previewAnswer.safeParse(message)
      if (answer && answer.id !== order.id) return
      done()
      if (answer) resolve(answer)
      else reject(new PreviewError('The program that draws previews said what nobody understands.'))
    }
    const ended = () => {
      done()
      reject(new PreviewError('The program that draws previews has ended.'))
    }
    const timer = setTimeout(() => {
      done()
      reject(new PreviewError(`A preview took longer than ${withinMs} ms.`))
    }, withinMs)
    child.on('message', heard)
    child.once('exit', ended)
    child.once('error', ended)
    child.send(order)
  })
}

/** No preview could be drawn, by no fault of the record. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError'
}

/** Thousands of previews need less processor time than that. */
const usualLimits = { answerMs: 20_000, idleMs: 10 * 60_000, processorSeconds: 300 }

export interface PreviewProcessOptions {
  /** Absolute path of the checkout; the program is in its `dist/preview`. */
  readonly root: string
  readonly limits?: {
    /** How long a page may take, with the start of the program. */
    readonly answerMs: number
    /** After how long without a preview the program is ended. */
    readonly idleMs: number
    /** How much processor time the program may use up until the system ends it. */
    readonly processorSeconds: number
  }
}

export interface PreviewProcess {
  /** Draws one page; others wait. @throws PreviewError */
  draw(
    published: ReadonlyMap<string, PublishedText>,
    what: Pick<DrawOrder, 'file'> & { pictures: readonly DrawOrder['pictures'][number][] },
  ): Promise<PreviewAnswer>
  close(): Promise<void>
}

/** A published record; `blob` is the version of its text. */
export interface PublishedText {
  readonly blob: string
  readonly text: string
}

interface Running {
  readonly child: ChildProcess
  /** The versions that the program knows, by path. */
  readonly told: Map<string, string>
  idle: NodeJS.Timeout | undefined
}
