import { z } from 'zod'
import { mayBeEmpty, text } from './field-kit.ts'
import type { Piece, Words } from './pieces.ts'

/** Fields with a form of their own: dates, times, telephone numbers, addresses of all kinds, and links to other records. */

/** A calendar date, `YYYY-MM-DD`. A date that YAML has already turned into a `Date` is taken back to its day in UTC. */
export function date(words: Words): Piece<z.ZodPreprocess<z.ZodISODate>> {
  const wants = `${words.label}: write a date such as 2026-10-03`
  const schema = z.preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z.iso.date(wants),
  )
  return {
    schema,
    widget: {
      widget: 'datetime',
      format: 'YYYY-MM-DD',
      date_format: 'D MMMM YYYY',
      time_format: false,
      ...words,
    },
  }
}

/** A time of day on the 24-hour clock, `09:00`. */
export function time(words: Words): Piece<z.ZodString> {
  const schema = z
    .string({ error: `${words.label}: write a time such as 09:00, in quotation marks` })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${words.label}: write a time such as 09:00 or 17:30`)
  return { schema, widget: { widget: 'string', input: 'time', ...words } }
}

/** A telephone number of the United Kingdom in groups, as people read it out: `0161 912 2122`, or a short code such as 111. */
export function telephone(words: Words): Piece<z.ZodString> {
  const wants = `${words.label}: write the number in groups, starting with 0, such as 01632 960 014`
  const schema = z
    .string({ error: wants })
    .regex(/^(0\d{2,5}( \d{2,8}){1,3}|1\d{2}|116 ?\d{3}|999)$/, { error: wants, abort: true })
    .refine((number) => /[1-9]/.test(number.slice(1)), `${words.label}: a number of zeros reaches nobody`)
    .refine(hasAllDigits, `${words.label}: a digit is missing or too many. Most numbers have 11`)
  return { schema, widget: { widget: 'string', ...words } }
}

/** A national number has 11 digits. Some with the code of a town, and freephone, have 10; two helplines have 8 (0800 1111). */
function hasAllDigits(number: string): boolean {
  const digits = number.replaceAll(' ', '')
  if (!digits.startsWith('0') || /^08(?:00|45)\d{4}$/.test(digits)) return true
  const alwaysEleven = /^0(?:[237]|11|1\d1)/.test(digits)
  return digits.length === 11 || (digits.length === 10 && !alwaysEleven)
}

/** An email address of a team. */
export function email(words: Words): Piece<z.ZodEmail> {
  return {
    schema: z.email(`${words.label}: write an email address such as team@example.org`),
    widget: { widget: 'string', ...words },
  }
}

/** A web address with its scheme, `https://…`. */
export function webAddress(words: Words): Piece<z.ZodURL> {
  return {
    schema: z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: `${words.label}: write the whole address, such as https://example.org/club`,
    }),
    widget: { widget: 'string', ...words },
  }
}

/** A postcode in its two parts, `M33 2UG`. */
export function postcode(words: Words): Piece<z.ZodString> {
  const wants = `${words.label}: write a postcode such as M33 2UG, with the space`
  const schema = z.string({ error: wants }).regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, wants)
  return { schema, widget: { widget: 'string', ...words } }
}

/** A UUID. */
export function uuid(words: Words): Piece<z.ZodUUID> {
  return {
    schema: z.uuid(`${words.label}: a UUID such as 3f0a2c9e-7a55-4c1e-9b1d-2f4d9d1f6a10. The CMS makes it`),
    widget: { widget: 'hidden', required: false, ...words },
  }
}

/** The id of a record in another collection. */
export function reference(words: Words & { readonly to: string; readonly show: string }): Piece<z.ZodUUID> {
  const { to, show, ...asked } = words
  return {
    schema: z.uuid(`${words.label}: choose one from the list`),
    widget: {
      widget: 'relation',
      collection: to,
      value_field: 'id',
      display_fields: [show],
      search_fields: [show],
      ...asked,
    },
  }
}

/** The ids of records in another collection, each once. `least` is how many there must be (default 0). */
export function references(
  words: Words & { readonly to: string; readonly show: string; readonly least?: number },
) {
  const { least = 0, ...asked } = words
  const one = reference(asked)
  const schema = z
    .array(one.schema, { error: `${words.label}: choose from the list` })
    .min(least, `${words.label}: choose at least ${least}`)
    .refine((ids) => new Set(ids).size === ids.length, `${words.label}: choose each only once`)
  return mayBeEmpty({ schema, widget: { ...one.widget, multiple: true } }, [], least > 0)
}

/** A colour as six hexadecimal digits, `#0b5a5e`. */
export function colour(words: Words): Piece<z.ZodString> {
  const { schema, widget } = text(words)
  return {
    schema: schema.regex(/^#[0-9a-f]{6}$/i, `${words.label}: write a colour such as #0b5a5e`),
    widget,
  }
}

/** A picture: the path of its file under the content root, `media/<folder>/<name>.webp`. The folder is the id of a provider. */
export function picture(words: Words): Piece<z.ZodString> {
  const wants = `${words.label}: choose a picture. Its file is in media/, such as media/club/hall.webp`
  return {
    schema: z.string({ error: wants }).regex(picturePath, wants),
    widget: { widget: 'picture', ...words },
  }
}

/** Where a picture may stand under the content root. */
export const picturePath =
  /^media\/[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:webp|jpg|png|avif)$/

/** What is in a picture, for people who cannot see it. */
export function alternativeText(words: Words): Piece<z.ZodString> {
  const { schema, widget } = text({ ...words, max: 250 })
  return {
    schema: schema.refine(
      (words) => !/\.(?:jpe?g|png|webp|avif|heic|gif)$/i.test(words),
      `${words.label}: write what is in the picture, not the name of its file`,
    ),
    widget,
  }
}
