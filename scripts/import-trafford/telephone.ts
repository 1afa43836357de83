import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Finding } from './finding.ts'

/** A telephone number as people read it out, `0161 912 2122`; a lost leading 0 is put back. */
export function telephoneFrom(text: string | undefined): Finding<string> {
  if (text === undefined) return {}
  if (!/[1-9]/.test(text)) return { omitted: 'the telephone number: it is all zeros' }
  const number = parsePhoneNumberFromString(text, 'GB')
  if (number === undefined || !number.isValid())
    return { omitted: 'the telephone number: it is not a number of the United Kingdom' }
  if (number.getType() === 'MOBILE')
    return { omitted: 'the telephone number: a mobile may be one person’s own' }
  return { value: number.formatNational() }
}
