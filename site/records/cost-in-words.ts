import type { Service } from './service.ts'

type Cost = Service['gettingIt']['costs'][number]

/** `A morning: £6. The try-out morning is free`, `Trips: £2.50 each`: a note that is a sentence of its own begins one. */
export function costInWords({ what, pounds, note }: Cost): string {
  const price = pounds === undefined ? what : `${what}: ${poundsInWords(pounds)}`
  if (note === undefined) return price
  if (pounds === undefined) return `${what}: ${note}`
  return `${price}${/^\p{Lu}/u.test(note) ? '.' : ''} ${note}`
}

/** `4` → `£4`, `2.5` → `£2.50`. */
function poundsInWords(pounds: number): string {
  return `£${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`
}
