/** Digits and letters that are not mistaken for each other when read out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Whether a text is such a number as `referenceFrom` makes. */
export function isReference(text: string): boolean {
  return new RegExp(`^LO-[${alphabet}]{4}-[${alphabet}]{4}$`).test(text)
}

/** A number that a family can quote, like `LO-7KQ4-2M9X`, made from a random UUID. It opens nothing. */
export function referenceFrom(uuid: string): string {
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let letters = ''
  while (letters.length < 8) {
    letters += alphabet.charAt(Number(rest % BigInt(alphabet.length)))
    rest /= BigInt(alphabet.length)
  }
  return `LO-${letters.slice(0, 4)}-${letters.slice(4)}`
}
