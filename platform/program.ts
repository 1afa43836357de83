import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Config, readConfig } from './config.ts'
import { errorCode } from './error-code.ts'
import { createLog, type Log } from './log.ts'
import { OperatorError } from './operator-error.ts'

/**
 * Runs a server from its environment: reads the settings, opens the app, listens, prints what `announce` says, and
 * closes the app at Ctrl-C or a stop signal. An `OperatorError` ends it with that sentence and code 1.
 */
export async function runProgram(
  env: Readonly<Record<string, string | undefined>>,
  open: (config: Config, log: Log) => Promise<FastifyInstance>,
  announce: (config: Config) => string,
): Promise<void> {
  await orSayWhy(async () => {
    const config = await startableConfig(env)
    const app = await open(config, createLog(config))
    await app.listen({ port: config.port, host: config.host })
    console.log(announce(config))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(app))
  })
}

/** Ends the process, as `runProgram` would, where these settings, the folder or the port cannot be used. */
export async function refuseBadStart(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  await orSayWhy(() => startableConfig(env))
}

async function orSayWhy(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

async function startableConfig(env: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const config = readConfig(env)
  makeDataDir(config.dataDir)
  await refuseTakenPort(config)
  return config
}

async function stop(app: FastifyInstance): Promise<void> {
  console.log('Stopping …')
  await app.close()
  process.exit(0)
}

function makeDataDir(dataDir: string): void {
  try {
    // Conversations of families lie there: for its owner's eyes alone.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (cause) {
    throw new OperatorError(
      `The folder ${dataDir} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

/** Asked before anything is opened or built, so that a second start ends at once. */
function refuseTakenPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) => {
      const sentence =
        errorCode(cause) === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Stop that one, or choose another port, such as PORT=${port + 1}.`
          : `It is not possible to listen on ${host}, port ${port}: ${cause.message}.`
      reject(new OperatorError(sentence, { cause }))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
