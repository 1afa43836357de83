import { z } from 'zod'
import { postcode as postcodeField } from '#records/plain-fields.ts'
import { telephoneFrom } from '../import-trafford/telephone.ts'
import { websiteFrom } from '../import-trafford/website.ts'

/** Facts of a source in the form of our fields, with a note for each that is stated but cannot be carried over. */
export class StatedFacts {
  readonly notes: string[] = []

  /** The first number that can be used, as people read it out. */
  telephone(numbers: readonly (string | undefined)[]): string | undefined {
    const findings = numbers.filter((text) => text !== undefined && text.trim() !== '').map(telephoneFrom)
    const found = findings.find(({ value }) => value !== undefined)
    if (found === undefined) this.#note(findings[0]?.omitted)
    return found?.value
  }

  /** An email address. Placeholders ending in `.invalid` are dropped without a word: they state nothing. */
  email(text: string | undefined): string | undefined {
    const address = text?.trim().replace(/^mailto:/i, '')
    if (address === undefined || address === '' || /\.invalid$/i.test(address)) return undefined
    if (z.email().safeParse(address).success) return address
    this.#note('the email address: it is not one')
    return undefined
  }

  website(text: string | undefined): string | undefined {
    const { value, omitted } = websiteFrom(text?.trim() || undefined)
    this.#note(omitted)
    return value
  }

  /** Ages in whole years from 0 to 25; below 0 states nothing, and above 25 means that adults can come too. */
  ages(youngest: number | undefined, oldest: number | undefined): { youngest?: number; oldest?: number } {
    const from = youngest === undefined || youngest < 0 ? undefined : Math.floor(youngest)
    const to = oldest === undefined || oldest < 0 ? undefined : Math.min(25, Math.floor(oldest))
    if ((youngest ?? 0) < 0 || (oldest ?? 0) < 0) this.#note('an age: it is below 0')
    if (from !== undefined && to !== undefined && from > to) {
      this.#note('the ages: the youngest is above the oldest')
      return {}
    }
    return { ...(from === undefined ? {} : { youngest: from }), ...(to === undefined ? {} : { oldest: to }) }
  }

  postcode(text: string | undefined): string | undefined {
    const letters = text?.toUpperCase().replace(/[^A-Z0-9]/g, '') ?? ''
    if (letters === '') return undefined
    const read = postcodeField({ label: 'Postcode' }).schema.safeParse(
      `${letters.slice(0, -3)} ${letters.slice(-3)}`,
    )
    if (!read.success) this.#note('a place: its postcode cannot be read')
    return read.data
  }

  /** Degrees within the United Kingdom. Both or none. */
  coordinates(latitude: number | undefined, longitude: number | undefined) {
    if (latitude === undefined || longitude === undefined) return {}
    if (latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2) return { latitude, longitude }
    if (latitude !== 0 || longitude !== 0) this.#note('coordinates: they are not in the United Kingdom')
    return {}
  }

  /** `09:00:00` as `09:00`. */
  time(text: string | undefined): string | undefined {
    const [, hours, minutes] = /^T?(\d{1,2}):(\d{2})(?::\d{2}.*)?$/.exec(text?.trim() ?? '') ?? []
    if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59)
      return undefined
    return `${hours.padStart(2, '0')}:${minutes}`
  }

  /** The day of a date or instant, unless it is still to come. */
  day(text: string | undefined, today: string): string | undefined {
    const day = text?.trim().slice(0, 10)
    if (day === undefined || !z.iso.date().safeParse(day).success) return undefined
    return day <= today ? day : undefined
  }

  /** Adds a note that is not there yet. */
  note(words: string): void {
    this.#note(words)
  }

  #note(words: string | undefined): void {
    if (words !== undefined && !this.notes.includes(words)) this.notes.push(words)
  }
}
