import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from './config.ts'

/**
 * What Fastify's `trustProxy` option takes: with TRUST_PROXY the forwarding headers of a proxy on this machine are
 * believed, otherwise nobody's are.
 */
export function trustedProxies(config: Pick<Config, 'trustProxy'>): 'loopback' | false {
  return config.trustProxy ? 'loopback' : false
}

/** Whether a request passed a proxy on its way, so that it may come from anywhere, whatever address it shows. */
export function wasForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some(
    (name) =>
      name === 'forwarded' || name === 'via' || name === 'x-real-ip' || name.startsWith('x-forwarded-'),
  )
}

/** Whether an address that a connection comes from is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)
}
