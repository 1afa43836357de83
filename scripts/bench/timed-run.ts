import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** How long a program ran, and what it and its children took together. */
export interface TimedRun {
  readonly seconds: number
  /** What the processors worked for it: on a machine that others use too, this swings less than the time does. */
  readonly processorSeconds: number
  /** The most resident memory at once, in megabytes. This and the one above are 0 where there is no `/proc`. */
  readonly peakMegabytes: number
}

/** Runs a program to its end. @throws Error with what it wrote last when it does not end with 0 */
export function timedRun(
  [program, ...args]: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<TimedRun> {
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const keepEnd = (chunk: Buffer) => {
    written = (written + chunk.toString('utf8')).slice(-4_000)
  }
  child.stdout.on('data', keepEnd)
  child.stderr.on('data', keepEnd)
  const most = { processorSeconds: 0, peakMegabytes: 0 }
  const look = setInterval(() => {
    const { processorSeconds, megabytes } = takenBy(child.pid ?? 0)
    most.processorSeconds = Math.max(most.processorSeconds, processorSeconds)
    most.peakMegabytes = Math.max(most.peakMegabytes, megabytes)
  }, lookEveryMilliseconds)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, ...most })
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${written}`))
    })
  })
}

const lookEveryMilliseconds = 400

/** What a process and all under it have taken until now. Memory that they share counts twice: it is never too little. */
function takenBy(root: number): { processorSeconds: number; megabytes: number } {
  const processes = readProcesses()
  const isWithin = (id: number): boolean => {
    const parent = processes.get(id)?.parent
    return id === root || (parent !== undefined && isWithin(parent))
  }
  const within = [...processes].filter(([id]) => isWithin(id)).map(([, taken]) => taken)
  return {
    processorSeconds: within.reduce((sum, each) => sum + each.processorSeconds, 0),
    megabytes: within.reduce((sum, each) => sum + each.megabytes, 0),
  }
}

function readProcesses(): Map<number, { parent: number; processorSeconds: number; megabytes: number }> {
  return new Map(
    readFolder('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        // What stands after the program's name in brackets, see proc(5): times in hundredths of a second, of the process
        // and of its children that have ended; memory in pages of 4 KB.
        const fields = readText(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ').map(Number) ?? []
        const [, parent, , , , , , , , , , user, system, childUser, childSystem] = fields
        const pages = fields[21]
        if (parent === undefined || pages === undefined) return []
        const ticks = [user, system, childUser, childSystem].reduce((sum = 0, each = 0) => sum + each, 0) ?? 0
        return [
          [Number(name), { parent, processorSeconds: ticks / 100, megabytes: (pages * 4) / 1024 }] as const,
        ]
      }),
  )
}

function readFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** A process may end while it is looked at: then it holds nothing. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
