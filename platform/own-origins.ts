import type { Config } from './config.ts'

/** Whether an address names this machine. */
export function isLocal(url: string): boolean {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

/** Whether a `Host` header, a name and a port and nothing more, names this machine. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) && isLocal(`http://${host}`)
}

/** Whether an `Origin` header names this installation: its public address or that of its CMS. */
export function isOwnOrigin(
  origin: string,
  config: Pick<Config, 'publicUrl'> & Partial<Pick<Config, 'cmsOrigin'>>,
): boolean {
  if (origin === config.publicUrl || origin === config.cmsOrigin) return true
  // On one's own machine the site is the same by name and by number.
  if (!isLocal(config.publicUrl) || !isLocal(origin)) return false
  const [own, other] = [new URL(config.publicUrl), new URL(origin)]
  return own.port === other.port && own.protocol === other.protocol
}
