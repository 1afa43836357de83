import { expect, it } from 'vitest'
import { z } from 'zod'
import { type DecapField, decapConfig } from './config.ts'
import type { Actor } from './rights/rights.ts'

const editor: Actor = { accountId: 'e', role: 'editor', providerIds: [] }
const provider: Actor = { accountId: 'p', role: 'provider', providerIds: ['p1'] }
const siteUrl = 'https://localoffer.example.org'

const collections = (actor: Actor) => decapConfig({ actor, siteUrl }).collections
const collection = (actor: Actor, name: string) => collections(actor).find((each) => each.name === name)

function field(actor: Actor, collectionName: string, ...path: string[]): DecapField | undefined {
  let fields: unknown = collection(actor, collectionName)?.fields
  let found: DecapField | undefined
  for (const name of path) {
    found = Array.isArray(fields) ? fields.find((each: DecapField) => each.name === name) : undefined
    fields = found?.fields
  }
  return found
}

it('shows an editor every collection, and a provider theirs', () => {
  expect(collections(editor).map(({ name, hide }) => [name, hide])).toEqual([
    ['services', false],
    ['providers', false],
    ['guides', false],
    ['easy-read', false],
    ['pathways', false],
    ['routes', false],
    ['you-said-we-did', false],
    ['annual-review', false],
    ['plan', false],
    ['objectives', false],
    ['progress', false],
    ['news', false],
    ['area', false],
    ['synonyms', false],
    ['glossary', false],
  ])
  expect(collections(provider).map(({ name, hide }) => [name, hide])).toEqual([
    ['services', false],
    ['providers', false],
    ['routes', true],
  ])
})

it('lets a provider add a service but neither remove nor publish one, nor add a provider', () => {
  expect(collection(provider, 'services')).toMatchObject({ create: true, delete: false, publish: false })
  expect(collection(provider, 'providers')).toMatchObject({ create: false, delete: false, publish: false })
  expect(collection(editor, 'services')).toMatchObject({ create: true, delete: true, publish: true })
})

it('offers an editor of a directorate the organisations that they may choose, and says why guidance is not there', () => {
  const schools: Actor = {
    ...editor,
    role: 'directorate-editor',
    providerIds: ['p1', 'p2'],
    alsoServes: ['p3'],
  }
  expect(field(schools, 'services', 'provider')).toMatchObject({
    widget: 'relation-among',
    choices: ['p1', 'p2', 'p3'],
  })
  expect(collection(schools, 'services')?.description).toContain('Guides, news and other pages')
  expect(field(editor, 'services', 'provider')).toMatchObject({ widget: 'relation' })
  expect(collection(editor, 'services')).not.toHaveProperty('description')
})

it('tells Decap who must leave “Ready” to others', () => {
  const toldTo = (actor: Actor) => decapConfig({ actor, siteUrl }).backend
  expect(toldTo(provider)).toMatchObject({ open_authoring: true })
  expect(toldTo(editor)).toMatchObject({ open_authoring: false })
  expect(field(provider, 'services', 'recordLinks')?.hint).toContain(
    'set its status at the top to “In review”',
  )
})

it('names a new page as in a sentence', () => {
  expect(collection(editor, 'news')).toMatchObject({ label_singular: 'news or event' })
  expect(collection(editor, 'easy-read')).toMatchObject({ label_singular: 'Easy Read' })
})

it('fills in the provider for a person who serves just one', () => {
  expect(field(provider, 'services', 'provider')).toMatchObject({ default: 'p1' })
  expect(field({ ...provider, providerIds: ['p1', 'p2'] }, 'services', 'provider')).not.toHaveProperty(
    'default',
  )
})

it('asks for lists of lines one by one, since a sentence may hold a comma', () => {
  expect(field(editor, 'services', 'keywords')).toMatchObject({ field: { widget: 'string' } })
})

it('insists on nothing inside a group that may be left out', () => {
  expect(field(editor, 'services', 'firstContact')).toMatchObject({ required: false })
  expect(field(editor, 'services', 'firstContact', 'role')).toMatchObject({ required: false })
})

it('shows an address in a hint as an example, not as a link that leads away from the form', () => {
  expect(field(editor, 'services', 'contact', 'email')?.hint).toContain('`hello@club.example.org`')
  const hints = JSON.stringify(decapConfig({ actor: editor, siteUrl }).collections).match(/"hint":"[^"]*"/g)
  const bare = hints?.filter((hint) => /(?:\/\/|www\.|@)/.test(hint.replace(/`[^`]*`/g, '')))
  expect(hints?.length).toBeGreaterThan(100)
  expect(bare).toEqual([])
})

it('asks for time limits and later steps with lists, not with keys to be typed', () => {
  const limit = { widget: 'select', required: false }
  expect(field(editor, 'pathways', 'steps', 'limit')).toMatchObject(limit)
  expect(field(editor, 'routes', 'steps', 'limit')).toMatchObject(limit)
  expect(field(editor, 'routes', 'steps', 'limit')?.options).toContainEqual({
    value: 'ehc-final-plan',
    label: 'EHC final plan: within 20 weeks of the request',
  })
  expect(field(editor, 'pathways', 'steps', 'goesTo')).toMatchObject({ widget: 'later-step' })
})

it('knows folded items of a list by their words, not by their keys', () => {
  expect(field(editor, 'services', 'pictures')).toMatchObject({ summary: '{{fields.alt}}' })
  expect(field(editor, 'services', 'gettingIt', 'costs')).toMatchObject({ summary: '{{fields.what}}' })
})

it('asks for times and places with controls that show every row', () => {
  const columns = (name: string, ...path: string[]) => {
    const { columns: listed } = z
      .object({ columns: z.array(z.object({ name: z.string() })) })
      .parse(field(editor, name, ...path))
    return listed.map(({ name }) => name)
  }
  expect(field(editor, 'services', 'when', 'times')).toMatchObject({ widget: 'rows' })
  expect(columns('services', 'when', 'times')).toEqual(['key', 'days', 'opens', 'closes', 'period'])
  expect(field(editor, 'services', 'when', 'sessions')).toMatchObject({ widget: 'rows' })
  expect(field(editor, 'services', 'where', 'places')).toMatchObject({ widget: 'places' })
  expect(columns('services', 'where', 'places')).toContain('postcode')
  // Decap would fill these in for a new record as if they were a group.
  expect(field(editor, 'services', 'where', 'places')).not.toHaveProperty('fields')
})

it('shows above a service how complete it is, and nowhere else', () => {
  const completeness = { name: 'completeness', widget: 'completeness' }
  expect(collection(editor, 'services')?.fields).toEqual(
    expect.arrayContaining([expect.objectContaining(completeness)]),
  )
  expect(field(editor, 'providers', 'completeness')).toBeUndefined()
})

it('opens the groups that must be filled in', () => {
  expect(field(editor, 'services', 'review')).toMatchObject({ collapsed: false })
})

it('opens what families ask first, and leaves the rest folded away', () => {
  const folded = (name: string) => field(editor, 'services', name)?.collapsed
  for (const name of ['whoFor', 'gettingIt', 'when', 'where', 'contact'])
    expect(folded(name), name).toBe(false)
  for (const name of ['access', 'tenQuestions', 'arriving', 'quality']) expect(folded(name), name).toBe(true)
})

it('asks for the description of a service after its summary, and begins a new one with what is usual', () => {
  const fields = z.array(z.looseObject({ name: z.string() })).parse(collection(provider, 'services')?.fields)
  const names = fields.map(({ name }) => name)
  expect(names.slice(names.indexOf('name'), names.indexOf('kind') + 1)).toEqual([
    ...['name', 'summary', 'body', 'kind'],
  ])
  expect(names.length).toBe(new Set(names).size)
  expect(field(provider, 'services', 'status')).toMatchObject({ default: 'open' })
  expect(field(provider, 'services', 'provenance', 'kind')).toMatchObject({ default: 'provider' })
  expect(field(provider, 'services', 'review', 'lastChecked')).toMatchObject({ default: '{{now}}' })
})

it('keeps the rich-text editor away from text with components', () => {
  expect(field(editor, 'guides', 'body')).toMatchObject({ modes: ['raw'] })
  expect(field(editor, 'services', 'body')).toMatchObject({ modes: ['rich_text', 'raw'] })
  expect(field(editor, 'services', 'body')).toMatchObject({ editor_components: [] })
})

it('knows a figure by its year, and shows the page on which a record stands', () => {
  expect(field(editor, 'progress', 'targets')).toMatchObject({
    summary: '{{fields.year}}: {{fields.value}}',
  })
  expect(collection(editor, 'progress')).toMatchObject({ preview_path: 'progress/' })
  expect(collection(editor, 'news')).toMatchObject({ preview_path: 'news/{{slug}}/' })
  expect(collection(editor, 'easy-read')).toMatchObject({ preview_path: 'easy-read/{{slug}}/' })
  expect(collection(editor, 'providers')).not.toHaveProperty('preview_path')
})

it('can be printed as JSON without losing anything', () => {
  const config = decapConfig({ actor: editor, siteUrl })
  expect(JSON.parse(JSON.stringify(config))).toEqual(config)
})

it('shows an editor of a directorate what they may do, and hides what they only choose from', () => {
  const schools: Actor = { ...editor, role: 'directorate-editor', providerIds: ['p1'], directorates: ['d1'] }
  const shown = collections(schools).filter(({ hide }) => hide === false)
  expect(shown.map(({ name, create, publish }) => [name, create, publish])).toEqual([
    ['services', true, true],
    ['providers', false, true],
  ])
  expect(collection(schools, 'guides')).toMatchObject({
    hide: true,
    create: false,
    delete: false,
    publish: false,
  })
  expect(collection(schools, 'area')).toBeUndefined()
})

it('offers the directorates by name to whoever may give an organisation to another, and shows nobody else the field', () => {
  const directorates = new Map([
    ['d1', 'Schools'],
    ['d2', 'Leisure'],
  ])
  const directorateOf = (actor: Actor, known: ReadonlyMap<string, string> = directorates) => {
    const providers = decapConfig({ actor, siteUrl, directorates: known }).collections.find(
      ({ name }) => name === 'providers',
    )
    const fields: readonly DecapField[] = Array.isArray(providers?.fields) ? providers.fields : []
    return fields.find(({ name }) => name === 'directorate')
  }
  const ofOne: Actor = { ...editor, role: 'directorate-editor', directorates: ['d1'] }
  const options = [
    { value: 'd1', label: 'Schools' },
    { value: 'd2', label: 'Leisure' },
  ]
  expect(directorateOf(editor)).toMatchObject({ widget: 'select', required: false, options })
  expect(directorateOf({ ...ofOne, directorates: ['d1', 'd2'] })).toMatchObject({ widget: 'select' })
  for (const actor of [ofOne, provider]) expect(directorateOf(actor)).toMatchObject({ widget: 'hidden' })
  expect(directorateOf(editor, new Map())).toMatchObject({ widget: 'hidden' })
})
