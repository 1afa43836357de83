import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Lie } from './lying-database.ts'

/** A helpdesk process that is killed without warning and started again, at the same address. */
export interface HelpdeskUnderFire {
  readonly address: string
  /** `kill -9`, then a new process on the same database; resolves when that listens. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

export async function startUnderFire(place: {
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string
  /** what it says of its writes that is not true; nothing unless given */
  lie?: Lie
}): Promise<HelpdeskUnderFire> {
  let { child, port } = await start({ ...place, port: 0 })

  async function kill(): Promise<void> {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  return {
    address: `http://127.0.0.1:${port}`,
    async killAndRestart() {
      await kill()
      ;({ child, port } = await start({ ...place, port }))
    },
    stop: kill,
  }
}

async function start(options: {
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string
  lie?: Lie
  port: number
}) {
  const child = spawn(process.execPath, ['tests/faults/helpdesk-process.ts', JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return { child, port: await printedPort(child) }
}

/** Resolves with the port that the process prints, rejects with its errors when it ends instead. */
function printedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
    child.once('exit', (code) => reject(new Error(`the helpdesk ended with code ${code}: ${errors}`)))
  })
}
