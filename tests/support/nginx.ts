import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { findNginx } from '../../scripts/find-nginx.ts'

/** A running nginx. */
export interface Nginx {
  /** all that it wrote to its logs */
  logs(): string
  stop(): Promise<void>
}

/**
 * Starts nginx with `docs/nginx.conf.example`, changed only in what depends on the machine: ports, certificates, log files.
 *
 * @param folder an empty folder for its files
 * @param ports where it listens itself, for the site, for the CMS and for http that it sends on to https, and the three
 *   processes and the CMS behind it
 */
export async function startNginx(
  folder: string,
  ports: {
    own: number
    ownCms: number
    plain: number
    processes: readonly [number, number, number]
    cms: number
  },
): Promise<Nginx> {
  mkdirSync(folder, { recursive: true })
  const example = readFileSync(join(import.meta.dirname, '../../docs/nginx.conf.example'), 'utf8')
  const logs = [join(folder, 'access.log'), join(folder, 'errors.log'), join(folder, 'start.log')] as const
  const replacements: readonly (readonly [string | RegExp, string])[] = [
    [/listen +443 ssl http2;(?=\s+server_name +localoffer\.)/g, `listen 127.0.0.1:${ports.own};`],
    [/listen +443 ssl http2;(?=\s+server_name +cms\.)/g, `listen 127.0.0.1:${ports.ownCms};`],
    [/listen +80;/g, `listen 127.0.0.1:${ports.plain};`],
    [/ssl_certificate(_key)? .*;/g, ''],
    ['server 127.0.0.1:8081', `server 127.0.0.1:${ports.processes[0]}`],
    ['server 127.0.0.1:8082', `server 127.0.0.1:${ports.processes[1]}`],
    ['server 127.0.0.1:8083', `server 127.0.0.1:${ports.processes[2]}`],
    ['http://127.0.0.1:8090', `http://127.0.0.1:${ports.cms}`],
    [/\/var\/log\/nginx\/local-offer\.log/g, logs[0]],
    [/\/var\/log\/nginx\/local-offer-errors\.log/g, logs[1]],
  ]
  const site = replacements.reduce((text, [what, by]) => replaced(text, what, by), example)
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, mainFile(folder, site))

  const child = spawn(findNginx(), ['-c', file, '-p', folder, '-e', logs[2]], { stdio: 'ignore' })
  const stopAtExit = () => child.kill('SIGKILL')
  process.once('exit', stopAtExit)
  const readLogs = () => logs.map(readIfThere).join('')
  // Any answer will do: what is behind it may not be up yet.
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${readLogs()}`)
      await fetch(`http://127.0.0.1:${ports.own}/metrics`)
    },
    { timeout: 30_000 },
  )
  return {
    logs: readLogs,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      process.off('exit', stopAtExit)
    },
  }
}

/** What Debian's own /etc/nginx/nginx.conf says around such a file, with all that it writes in one folder. */
function mainFile(folder: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
    .join('\n')
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
events { worker_connections 768; }
http {
${temporary}
${site}
}
`
}

/** @throws when the example no longer holds what a machine would change */
function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replaceAll(what, by)
  if (changed === text) throw new Error(`docs/nginx.conf.example holds no ${what}`)
  return changed
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
