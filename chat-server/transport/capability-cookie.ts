import { capabilityMs } from '../storage/capability.ts'

const maxAgeSeconds = capabilityMs / 1000

/** The cookie that opens a visitor's conversation. No script can read it. */
export interface CapabilityCookie {
  read(header: string | undefined): string | undefined
  /** the Set-Cookie header that stores `capability` */
  store(capability: string): string
  /** the Set-Cookie header that removes it */
  clear(): string
}

/** On https the name makes browsers refuse the cookie from any other host or without encryption. */
export function createCapabilityCookie(publicUrl: string): CapabilityCookie {
  const secure = new URL(publicUrl).protocol === 'https:'
  const name = secure ? '__Host-conversation' : 'conversation'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const start = `${name}=`
  return {
    read(header = '') {
      const pairs = header.split(';').map((pair) => pair.trim())
      return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || undefined
    },
    store: (capability) => `${start}${capability}; Max-Age=${maxAgeSeconds}; ${attributes}`,
    clear: () => `${start}; Max-Age=0; ${attributes}`,
  }
}
