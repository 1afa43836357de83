import { z } from 'zod'
import {
  type ListWords,
  type OptionalOf,
  type Piece,
  type Pieces,
  type SchemasOf,
  schemasOf,
  type Term,
  unknownKeys,
  type Widget,
  type Words,
  widgetsOf,
} from './pieces.ts'

/**
 * The kinds of field a record is made of. Each gives, together, the zod schema that guards the value and the Decap
 * widget in which a person types it, so that the two cannot drift apart.
 */

const say = (label: string, wants: string) => `${label}: ${wants}`

/** A line of plain text of up to `max` characters (default 200). */
export function text(words: Words & { readonly max?: number }): Piece<z.ZodString> {
  const max = words.max ?? 200
  const schema = z
    .string({ error: say(words.label, 'write some text') })
    .trim()
    .min(1, say(words.label, 'write something'))
    .max(max, say(words.label, `write at most ${max} characters`))
  return { schema, widget: { widget: 'string', ...askedWith(words) } }
}

/** Plain text of several sentences, without headings or links. */
export function paragraph(words: Words & { readonly max?: number }): Piece<z.ZodString> {
  const piece = text({ ...words, max: words.max ?? 1500 })
  return { schema: piece.schema, widget: { ...piece.widget, widget: 'text' } }
}

/** A whole number between `min` and `max`, both allowed. */
export function wholeNumber(
  words: Words & { readonly min: number; readonly max: number },
): Piece<z.ZodNumber> {
  const wants = say(words.label, `write a whole number from ${words.min} to ${words.max}`)
  const schema = z.number({ error: wants }).int(wants).min(words.min, wants).max(words.max, wants)
  return {
    schema,
    widget: {
      widget: 'number',
      value_type: 'int',
      min: words.min,
      max: words.max,
      ...askedWith(words),
    },
  }
}

/** A decimal number, used for latitude and longitude in degrees (WGS 84). */
export function degrees(words: Words & { readonly min: number; readonly max: number }): Piece<z.ZodNumber> {
  const wants = say(words.label, `write a number from ${words.min} to ${words.max}`)
  const schema = z.number({ error: wants }).min(words.min, wants).max(words.max, wants)
  return { schema, widget: { widget: 'number', value_type: 'float', ...askedWith(words) } }
}

/** Yes or no. Where "not stated" is an answer too, wrap it in `optional` or use `yesNoAsk`. */
export function yesNo(words: Words): Piece<z.ZodBoolean> {
  return {
    schema: z.boolean({ error: say(words.label, 'choose yes or no') }),
    widget: { widget: 'boolean', ...askedWith(words) },
  }
}

/** One of a fixed list. */
export function choice<const T extends readonly Term[]>(
  words: Words & { readonly from: T },
): Piece<z.ZodEnum<{ [K in T[number]['id']]: K }>> {
  const ids = words.from.map((term): T[number]['id'] => term.id)
  const schema = z.enum(ids, {
    error: (issue) =>
      say(words.label, `"${String(issue.input)}" is not on the list. Use one of: ${ids.join(', ')}`),
  })
  return { schema: schema as z.ZodEnum<{ [K in T[number]['id']]: K }>, widget: selectFrom(words) }
}

/** Any number of a fixed list, each once. An empty list means "not stated". */
export function choices<const T extends readonly Term[]>(
  words: Words & { readonly from: T; readonly least?: number },
) {
  const { least = 0 } = words
  const schema = z
    .array(choice(words).schema, { error: say(words.label, 'choose from the list') })
    .min(least, say(words.label, `choose at least ${least}`))
    .refine((ids) => new Set(ids).size === ids.length, say(words.label, 'choose each only once'))
  return mayBeEmpty({ schema, widget: { ...selectFrom(words), multiple: true } }, [], least > 0)
}

/** Yes, no, or "ask us": the three answers of an access question. */
export function yesNoAsk(words: Words) {
  return choice({ ...words, from: yesNoAskTerms })
}

/** The answers that `yesNoAsk` takes. */
export const yesNoAskTerms = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'ask', label: 'Ask us' },
] as const

/**
 * A field that may be left empty. Decap leaves `''` or `null` behind when a person clears it, and some leave a space: all mean
 * "not stated".
 */
export function optional<S extends z.ZodType>(piece: Piece<S>): Piece<OptionalOf<S>> {
  const isBlank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '')
  const blankIsAbsent = (value: unknown) => (isBlank(value) ? undefined : value)
  return {
    schema: z.preprocess(blankIsAbsent, piece.schema.optional()).optional(),
    widget: { ...piece.widget, required: false },
  }
}

/** Several fields that belong together and are shown under one heading; `open` shows them from the start. */
export function group<const P extends Pieces>(
  words: Words & { readonly open?: boolean },
  pieces: P,
): Piece<z.ZodObject<SchemasOf<P>, z.core.$strict>> {
  return {
    schema: z.strictObject(schemasOf(pieces), {
      error: (issue) =>
        issue.code === 'unrecognized_keys' ? unknownKeys(words.label, issue.keys, pieces) : undefined,
    }),
    widget: { widget: 'object', collapsed: !words.open, fields: widgetsOf(pieces), ...askedWith(words) },
  }
}

/**
 * A list of items that each have fields. Every item carries a `key`, made once by the CMS, so that ids derived from it
 * stay when the list is put in another order. `control` names a control of the CMS that shows all items at once.
 */
export function listOf<const P extends Pieces>(words: ListWords, pieces: P) {
  const item = group(words, { key: itemKey, ...pieces })
  const schema = z
    .array(item.schema, { error: say(words.label, 'make a list, one item a line') })
    .refine(
      (items) => new Set(items.map((each) => String(Reflect.get(each, 'key')))).size === items.length,
      say(words.label, 'two items have the same key. Remove one of them and add it again'),
    )
  const widget = {
    widget: 'list',
    label_singular: words.singular,
    fields: widgetsOf({ key: itemKey, ...pieces }),
    collapsed: true,
    ...(words.control !== undefined && { control: words.control }),
    ...askedWith(words),
  }
  return mayBeEmpty({ schema, widget }, [])
}

/** A list of lines of text, for example the words that families use. */
export function lines(words: Words & { readonly max?: number }) {
  const line = text({ ...words, label: `${words.label} (each line)` })
  const schema = z.array(line.schema, { error: say(words.label, 'make a list, one line each') })
  return mayBeEmpty({ schema, widget: { widget: 'list', ...askedWith(words) } }, [])
}

/**
 * A list or group that nobody has touched: Decap then stores nothing, `null` or `''`, and all mean `empty`.
 * `required` only tells the CMS to ask for it.
 */
export function mayBeEmpty<S extends z.ZodType>(
  { schema, widget }: Piece<S>,
  empty: z.input<S> & (readonly never[] | Record<string, never>),
  required = false,
): Piece<z.ZodPrefault<z.ZodPreprocess<S>>> {
  const blankIsEmpty = (value: unknown) => (value === '' || value === null ? empty : value)
  return { schema: z.preprocess(blankIsEmpty, schema).prefault(empty), widget: { ...widget, required } }
}

const itemKey: Piece<z.ZodString> = {
  schema: z
    .string({ error: 'key: every item in a list needs one. The CMS adds it when you save' })
    .regex(/^[a-z0-9-]{1,40}$/, 'key: use small letters, digits and hyphens, at most 40'),
  widget: { widget: 'hidden', label: 'Key', required: false },
}

function askedWith({ label, hint }: Words) {
  return hint === undefined ? { label } : { label, hint }
}

function selectFrom(words: Words & { readonly from: readonly Term[] }): Widget {
  return {
    widget: 'select',
    options: words.from.map(({ id, label }) => ({ value: id, label })),
    ...askedWith(words),
  }
}
