import type { z } from 'zod'

/** One field: what may stand in it, and how the CMS asks for it. */
export interface Piece<S extends z.ZodType = z.ZodType> {
  readonly schema: S
  readonly widget: Widget
}

/** What Decap needs to draw a field; `name` is added by the record that uses it. All values can be printed as JSON. */
export interface Widget {
  readonly widget: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly [option: string]: WidgetValue | undefined
}

/** Whatever a Decap option can hold. */
export type WidgetValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | readonly Widget[]
  | readonly { readonly value: string; readonly label: string }[]

/** What the person who fills the field in reads. */
export interface Words {
  readonly label: string
  readonly hint?: string
}

/** What the person who fills a list in reads; `singular` is one of its items: “set of hours”. */
export interface ListWords extends Words {
  readonly singular: string
  readonly control?: 'rows' | 'places'
}

/** A row of a fixed list: `id` is stored, `label` is read. */
export interface Term {
  readonly id: string
  readonly label: string
}

/** Named pieces, as a group or a record holds them. */
export interface Pieces {
  readonly [name: string]: Piece
}

/** The zod shape of named pieces. */
export type SchemasOf<P extends Pieces> = { -readonly [K in keyof P]: P[K]['schema'] }

/** The schema of a piece made optional. */
export type OptionalOf<S extends z.ZodType> = z.ZodOptional<z.ZodPreprocess<z.ZodOptional<S>>>

/** The shape that `z.strictObject` takes, from named pieces. */
export function schemasOf<P extends Pieces>(pieces: P): SchemasOf<P> {
  return Object.fromEntries(
    Object.entries(pieces).map(([name, piece]) => [name, piece.schema]),
  ) as SchemasOf<P>
}

/** The Decap widgets of named pieces, in their order, each with its name. */
export function widgetsOf(pieces: Pieces): Widget[] {
  return Object.entries(pieces).map(([name, piece]) => ({ name, ...piece.widget }))
}

/** The sentence for fields that the record does not have. */
export function unknownKeys(label: string, keys: readonly string[], known: Pieces): string {
  return `${label}: there is no field "${keys.join('", "')}". Fields here are: ${Object.keys(known).join(', ')}`
}
