import { z } from 'zod'
import { type Piece, type SchemasOf, schemasOf, unknownKeys, type Widget, widgetsOf } from './pieces.ts'
import { uuid } from './plain-fields.ts'

/** A kind of record: where its files are, what they may hold, how the CMS asks for it and what open data gets of it. */
export interface RecordDefinition<F extends Fields = Fields> {
  /** Name of the collection, and of its folder under the content root. */
  readonly name: string
  readonly label: string
  readonly labelSingular: string
  /** File ending without the dot. `yaml` is a single file, `<name>.yaml`. */
  readonly extension: 'md' | 'mdx' | 'yaml'
  /** The field that people know a record by. */
  readonly titleField: string
  readonly fields: F
  readonly body: Body | null
  /** Guards the front matter of a file. */
  readonly schema: z.ZodObject<{ id: z.ZodUUID } & SchemasOf<F>, z.core.$strict>
  /** The fields as Decap's configuration takes them, `id` and `body` included. */
  readonly decapFields: readonly Widget[]
}

/** A field of a record: the piece, and what Open Referral gets of it. */
export interface Field<S extends z.ZodType = z.ZodType> extends Piece<S> {
  readonly openReferral: OpenReferralMapping<z.output<S>>
}

export interface Fields {
  readonly [name: string]: Field
}

/** The text below the front matter. */
export interface Body {
  readonly label: string
  readonly hint: string
  readonly required: boolean
}

/**
 * How a value is published as open data: the name of the property it becomes, a function that gives the properties it
 * becomes, or `null` where it is deliberately left out.
 */
export type OpenReferralMapping<V> =
  | string
  | null
  | { give(value: V, context: OpenReferralContext): OpenReferralPart }['give']

/** What a mapping may use: the record's own id, and ids made from it that stay the same (UUIDv5). */
export interface OpenReferralContext {
  readonly id: string
  nestedId(kind: string, key: string): string
}

/** Properties of an Open Referral UK 3.0 entity. Lists given by several fields are joined. */
export interface OpenReferralPart {
  readonly [property: string]: unknown
}

/** The values of a record of this kind. */
export type RecordOf<D extends { readonly schema: z.ZodType }> = z.output<D['schema']>

/** Makes a kind of record of its fields. Every record has an `id`, made once at creation and never from its name. */
export function defineRecord<const F extends Fields>(
  plan: Omit<RecordDefinition<F>, 'schema' | 'decapFields'>,
): RecordDefinition<F> {
  const id = uuid({ label: 'Id' })
  const shape = { id: id.schema, ...schemasOf(plan.fields) }
  const schema = z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(plan.labelSingular, issue.keys, { id, ...plan.fields })
        : undefined,
  })
  return { ...plan, schema, decapFields: [...widgetsOf({ id, ...plan.fields }), ...bodyWidget(plan.body)] }
}

/** A field that open data gets. */
export function shared<S extends z.ZodType>(
  openReferral: Exclude<OpenReferralMapping<z.output<S>>, null>,
  piece: Piece<S>,
): Field<S> {
  return { ...piece, openReferral }
}

/** A field for the site alone: open data has no place for it, or it is deliberately left out. */
export function siteOnly<S extends z.ZodType>(piece: Piece<S>): Field<S> {
  return { ...piece, openReferral: null }
}

function bodyWidget(body: Body | null): Widget[] {
  if (body === null) return []
  const { label, hint, required } = body
  return [{ name: 'body', widget: 'markdown', label, hint, required, modes: ['rich_text', 'raw'] }]
}
