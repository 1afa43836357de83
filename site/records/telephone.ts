/** The address behind a telephone number: `01632 960 001` → `tel:+441632960001`; a short code stays as it is. */
export function telephoneLink(number: string): string {
  const digits = number.replace(/[^\d+]/g, '')
  return digits.startsWith('0') ? `tel:+44${digits.slice(1)}` : `tel:${digits}`
}

/** What to dial for Relay UK, which reads out what is typed: 18001 before the number. */
export function relayNumber(number: string): string {
  return `18001 ${number}`
}
