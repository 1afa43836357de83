import { vi } from 'vitest'

/** Waits until a check holds, for up to ten seconds: what crosses sockets or processes takes longer on a busy machine. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000 })
}
