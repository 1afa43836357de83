import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** How long a program ran, and the most memory that it and its children held together. */
export interface TimedRun {
  readonly seconds: number
  /** Resident memory in megabytes; 0 where there is no `/proc` to read it from. */
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
  let peakMegabytes = 0
  const look = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, megabytesOf(child.pid ?? 0))
  }, lookEveryMilliseconds)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMegabytes })
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${written}`))
    })
  })
}

const lookEveryMilliseconds = 200

/** What a process and all under it hold now. Pages that they share count twice: it is never too little. */
function megabytesOf(root: number): number {
  const processes = readProcesses()
  const isWithin = (id: number): boolean => {
    const parent = processes.get(id)?.parent
    return id === root || (parent !== undefined && isWithin(parent))
  }
  const held = [...processes].filter(([id]) => isWithin(id)).map(([, { megabytes }]) => megabytes)
  return held.reduce((sum, each) => sum + each, 0)
}

function readProcesses(): Map<number, { parent: number; megabytes: number }> {
  return new Map(
    readFolder('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        // After the name in brackets: state, parent, … and as the 22nd the resident pages of 4 KB.
        const fields = readText(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? []
        const [parent, pages] = [Number(fields[1]), Number(fields[21])]
        return Number.isNaN(pages) ? [] : [[Number(name), { parent, megabytes: (pages * 4) / 1024 }] as const]
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
