/** A list inside a sentence: `a`, `a and b`, `a, b and c`; empty for an empty list. */
export function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
