/** The address behind a telephone number: `01632 960 001` → `tel:+441632960001`; a short code stays as it is. */
export function telephoneLink(number: string): string {
  const digits = number.replace(/[^\d+]/g, '')
  return digits.startsWith('0') ? `tel:+44${digits.slice(1)}` : `tel:${digits}`
}

/** What to dial for Relay UK, which reads out what is typed: 18001 before the number. */
export function relayNumber(number: string): string {
  return `18001 ${number}`
}

/**
 * Reads a number of the United Kingdom however it is typed, into groups as people read it out: `(0161)9122122` and
 * `+44 161 912 2122` give `0161 912 2122`. One that stands in groups already stays. `undefined` when it is not one.
 */
export function readTelephone(typed: string): string | undefined {
  const text = typed.replace(/\s+/g, ' ').trim()
  if (/^0\d{2,5}( \d{2,8}){1,3}$/.test(text)) return text
  const number = text.replace(/^(?:\+|00) ?44 ?(?:\(0\))?/, '0').replace(/[ ()./\u2010-\u2015-]/g, '')
  if (!/^0[1-9]\d{8,9}$/.test(number)) return undefined
  const [first, second] = groupsOf(number)
  return [number.slice(0, first), number.slice(first, first + second), number.slice(first + second)].join(' ')
}

/** How long the first two groups are. Of the towns with a code of their own (01632) most have five digits. */
function groupsOf(number: string): readonly [number, number] {
  if (/^02/.test(number)) return [3, 4]
  if (/^0(?:1\d1|11|[389])/.test(number)) return [4, 3]
  return number.length === 11 ? [5, 3] : [5, 2]
}
