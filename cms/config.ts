import { recordDefinitions } from '#records/collections.ts'
import type { Widget } from '#records/pieces.ts'
import { livePagePath } from './live-page.ts'
import { subfieldsOf } from './records/fields.ts'
import { hasListNotes, listNoteField } from './records/list-note.ts'
import type { CollectionDefinition } from './records/record-file.ts'
import { type Actor, isEditor, may, viewOf } from './rights/rights.ts'

/**
 * The Decap configuration for one person, derived from the record definitions. It decides what the CMS shows; what a
 * person may do is decided by the rights table at every request.
 */
export function decapConfig({ actor, siteUrl, directorates = new Map() }: ConfigParts): DecapConfig {
  return {
    load_config_file: false,
    // Whose records others approve is not offered to set them to “Ready”.
    backend: { name: 'local-offer', branch: 'main', open_authoring: !isEditor(actor) },
    publish_mode: 'editorial_workflow',
    locale: 'en-GB',
    site_url: siteUrl,
    display_url: siteUrl,
    // Decap wants a folder, and shows its media library unless another is named. Pictures have a field of their own.
    media_folder: 'media',
    public_folder: '/media',
    media_library: { name: 'none' },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: false },
    collections: recordDefinitions.flatMap((definition) => {
      const view = viewOf(actor, definition.name)
      return view === 'none' ? [] : [collectionOf(definition, { actor, directorates }, view === 'choose')]
    }),
  }
}

function collectionOf(definition: CollectionDefinition, reader: Reader, hide: boolean): DecapCollection {
  const { name, label, labelSingular, extension, titleField } = definition
  const { actor } = reader
  const fields = fieldsFor(definition, reader)
  if (extension === 'yaml') {
    const file = { name, label, file: `${name}.yaml`, fields }
    return { name, label, files: [file], hide, publish: actor.role === 'editor' }
  }
  const livePath = livePagePath({ collection: name, slug: '{{slug}}' })
  const provider = actor.providerIds[0] ?? actor.alsoServes?.[0]
  const anyRecord = { collection: name, id: name === 'providers' ? provider : undefined, provider }
  return {
    name,
    label,
    label_singular: inSentence(labelSingular),
    ...(actor.role === 'directorate-editor' && { description: notInThisList }),
    folder: name,
    extension,
    format: 'frontmatter',
    identifier_field: titleField,
    summary: hasListNotes(name, actor.role) ? `{{${titleField}}}{{${listNoteField}}}` : `{{${titleField}}}`,
    sortable_fields: [titleField],
    slug: '{{slug}}',
    ...(livePath !== undefined && { preview_path: livePath.slice(1) }),
    create: may(actor, 'create', anyRecord),
    delete: may(actor, 'delete', anyRecord),
    publish: may(actor, 'publish', anyRecord),
    hide,
    fields,
  }
}

function fieldsFor({ name, decapFields, extension }: CollectionDefinition, reader: Reader): DecapField[] {
  const { actor } = reader
  const fields = decapFields.map((field) => {
    if (name === 'providers' && field.name === 'directorate') return directorateField(field, reader)
    // The rich-text editor does not know components and would garble them.
    if (field.name === 'body' && extension === 'mdx') return { ...fieldFor(field, false), modes: ['raw'] }
    return { ...fieldFor(field, false), ...ownProvider(field, actor) }
  })
  const links = isEditor(actor) ? recordLinks : { ...recordLinks, hint: howItGoesOn }
  if (name === 'services') return [links, completeness, ...described(fields).map(withFirstValues)]
  return [links, ...fields]
}

/** A description follows on the summary; in the file it stays below the other fields. */
function described(fields: readonly DecapField[]): DecapField[] {
  const body = fields.filter((field) => field.name === 'body')
  const others = fields.filter((field) => field.name !== 'body')
  const end = others.findIndex((field) => field.name === 'summary') + 1
  return others.toSpliced(end, 0, ...body)
}

/** What a new service begins with, so that nobody has to think of it: most are open, and written by who provides them. */
function withFirstValues(field: DecapField): DecapField {
  const own = Object.hasOwn(firstValues, String(field.name)) ? firstValues[String(field.name)] : undefined
  if (own === undefined) return field
  if (typeof own === 'string') return { ...field, default: own }
  const inside = Array.isArray(field.fields) ? field.fields : []
  return {
    ...field,
    fields: inside.map((each: DecapField) => {
      const first = own[String(each.name)]
      return first === undefined ? each : { ...each, default: first }
    }),
  }
}

/** By field, or by group and field. Decap puts today in the place of `{{now}}`. */
const firstValues: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  status: 'open',
  review: { lastChecked: '{{now}}', checkedBy: 'the service' },
  provenance: { kind: 'provider', licence: 'Open Government Licence v3.0' },
}

/** Leads from the form to the history of the record. It holds no value, so that nothing of it reaches the record. */
const recordLinks: DecapField = { name: 'recordLinks', label: 'History', widget: 'record-links' }

const howItGoesOn =
  'What you save is a draft. When it is finished, set its status at the top to “In review”: an editor at the council then looks at it and publishes it.'

/** Shows how complete a service is, above its fields. It holds no value, so that nothing of it reaches the record. */
const completeness: DecapField = {
  name: 'completeness',
  label: 'How complete this page is',
  widget: 'completeness',
}

/**
 * Bends a field to how Decap behaves: a plain list would split a sentence at its commas; in a group that may be left
 * empty, Decap would insist on the fields inside; a yes-or-no that was never touched counts as missing.
 */
function fieldFor(field: Widget, mayBeLeftOut: boolean): DecapField {
  if (field.control !== undefined) return withPlainHint(fieldWithControl(field))
  const inside = mayBeLeftOut || (field.widget === 'object' && field.required === false)
  const subfields = subfieldsOf(field).map((subfield) =>
    fieldFor(subfield, field.widget === 'object' && inside),
  )
  return withPlainHint({
    ...field,
    ...(mayBeLeftOut && { required: false }),
    ...(subfields.length > 0 && { fields: subfields }),
    ...(field.widget === 'object' && !inside && { collapsed: false }),
    ...(field.widget === 'list' && { ...summaryOf(subfieldsOf(field)), ...ownSummary(field) }),
    ...(field.widget === 'list' && subfields.length === 0 && listOfLines),
    // Decap would offer pictures from a media library that there is not.
    ...(field.widget === 'markdown' && { editor_components: [] }),
    ...(field.widget === 'boolean' && field.required !== false && !mayBeLeftOut && { default: false }),
    ...(field.widget === 'relation' && { options_length: 50 }),
  })
}

/** Decap would make a link of an example in a hint, which leads nowhere or away from the form. Marked as code it stays text. */
function withPlainHint(field: DecapField): DecapField {
  if (typeof field.hint !== 'string') return field
  return { ...field, hint: field.hint.replace(/\S*(?:https?:\/\/|www\.|@)\S*/g, '`$&`') }
}

/** A list that has a control of its own. Decap would give a new record an empty group for a list with `fields`. */
function fieldWithControl({ control, fields, collapsed: _, ...field }: Widget): DecapField {
  return { ...field, widget: control, columns: fields }
}

/** The directorates by name, for whoever may give an organisation to another one. Nobody else sees the field. */
function directorateField(field: Widget, { actor, directorates }: Reader): DecapField {
  const mayChoose = actor.role === 'editor' || (actor.directorates ?? []).length > 1
  if (!mayChoose || directorates.size === 0) return { ...field, widget: 'hidden' }
  return {
    ...field,
    widget: 'select',
    options: [...directorates].map(([value, label]) => ({ value, label })),
  }
}

/** Who serves one provider need not choose it; an editor of a directorate chooses among those that it looks after. */
function ownProvider({ widget, collection }: Widget, actor: Actor): DecapField {
  if (widget !== 'relation' || collection !== 'providers') return {}
  const choices = [...actor.providerIds, ...(actor.alsoServes ?? [])]
  const [only, ...others] = choices
  return {
    ...(actor.role === 'directorate-editor' && { widget: 'relation-among', choices }),
    ...(actor.role !== 'editor' && only !== undefined && others.length === 0 && { default: only }),
  }
}

/** The name of a kind of record as it stands in “New service”; “Easy Read” is a name. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]* [A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

const notInThisList =
  'You can change the pages of the organisations that your team looks after. Guides, news and other pages for the whole area are written by its editors, so they are not in your list; you can read them on the site.'

/** What a folded item of a list is known by: its first plain words, not its key nor the path of a file. */
function summaryOf(fields: readonly Widget[]): DecapField {
  const telling = fields.find(({ widget }) => ['string', 'text', 'datetime'].includes(widget))
  return telling ? { summary: `{{fields.${telling.name}}}` } : {}
}

/** What a record's own list is known by, where its first plain words do not tell. */
function ownSummary({ summary }: Widget): DecapField {
  return summary === undefined ? {} : { summary }
}

/** A blank line is left out at the save, so none is insisted on. A folded line is known by what it says. */
const listOfLines: DecapField = {
  label_singular: 'line',
  summary: '{{fields.line}}',
  field: { name: 'line', label: 'Line', widget: 'string', required: false },
}

/** Whom a configuration is for, and what the directorates of the area are called, by key. */
interface Reader {
  readonly actor: Actor
  readonly directorates: ReadonlyMap<string, string>
}

interface ConfigParts extends Partial<Reader> {
  readonly actor: Actor
  readonly siteUrl: string
}

/** Decap's configuration, as far as we use it. All of it can be printed as JSON. */
export interface DecapConfig {
  readonly [option: string]: unknown
  readonly collections: readonly DecapCollection[]
}

/** A field as Decap takes it. */
export interface DecapField {
  readonly [option: string]: unknown
}

export interface DecapCollection {
  readonly name: string
  readonly [option: string]: unknown
}
