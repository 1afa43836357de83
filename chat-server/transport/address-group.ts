import { isIPv6 } from 'node:net'

/**
 * Whom an address belongs to, as far as limits can tell: an IPv4 address for itself, an IPv6 address by its first 64
 * bits, since one household or school has all the addresses behind them.
 */
export function addressGroup(address: string): string {
  const bare = address.split('%')[0] ?? address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(bare)) return address
  return `${wordsOf(bare).slice(0, 4).join(':')}::/64`
}

/** The eight words of an IPv6 address, without leading zeros. */
function wordsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = split(head)
  const after = tail === undefined ? [] : split(tail)
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].map((word) => Number.parseInt(word, 16).toString(16))
}

/** An IPv4 address at the end stands for two words, of which limits need neither. */
function split(words: string): string[] {
  return words === '' ? [] : words.split(':').flatMap((word) => (word.includes('.') ? ['0', '0'] : [word]))
}
