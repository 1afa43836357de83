import { execFileSync, spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createPlainServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { errorCode } from '#platform/error-code.ts'

/** A server for the repositories of a folder, as `git http-backend` gives them, for whoever has name and password. */
export async function serveOverHttp(
  folder: string,
  who: { name: string; password: string },
): Promise<GitServer> {
  const header = `Basic ${Buffer.from(`${who.name}:${who.password}`).toString('base64')}`
  const programs = new Set<string>()
  const server = createServer((request, response) => {
    for (const line of commandLines()) programs.add(line)
    if (request.headers.authorization === header) return answerByGit(folder, request, response)
    response.writeHead(401, { 'www-authenticate': 'Basic realm="content"' }).end('Who are you?')
  })
  const port = await listen(server)
  return {
    urlFor: (name, password) =>
      `http://${encodeURIComponent(name)}:${encodeURIComponent(password)}@127.0.0.1:${port}/remote.git`,
    programs,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A server that takes every connection and never says a word. */
export async function serveSilence(): Promise<{
  port: number
  connected: Promise<void>
  stop(): Promise<void>
}> {
  const connected = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  const server = createPlainServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    connected.resolve()
  })
  const port = await listen(server)
  return {
    port,
    connected: connected.promise,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The command line of every program of this machine, as anybody on it can read. */
function commandLines(): string[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8').replaceAll('\0', ' ')]
    } catch (error) {
      if (['ENOENT', 'ESRCH', 'EACCES'].includes(errorCode(error) ?? '')) return []
      throw error
    }
  })
}

/** Hands a request to Git's own program for it, as a web server does (RFC 3875). */
function answerByGit(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn(join(gitPrograms(), 'git-http-backend'), {
    env: {
      PATH: '/usr/bin:/bin',
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'cms',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      ...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.on('close', () => {
    const answer = Buffer.concat(parts)
    const end = answer.indexOf('\r\n\r\n')
    const headers = answer
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200'
    for (const [name, value] of headers) if (name !== 'Status') response.setHeader(name, value)
    response.writeHead(Number.parseInt(status, 10)).end(answer.subarray(end + 4))
  })
}

function gitPrograms(): string {
  return execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()
}

async function listen(server: Server | ReturnType<typeof createPlainServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port could be found')
  return address.port
}

export interface GitServer {
  /** The address of the repository `remote.git` with a name and a password in it. */
  urlFor(name: string, password: string): string
  /** The command lines of all programs that ran while a request came in. */
  readonly programs: ReadonlySet<string>
  stop(): Promise<void>
}
