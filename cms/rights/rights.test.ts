import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type Deed,
  deeds,
  may,
  mayHandOver,
  mayWithDraft,
  type RecordFacts,
  viewOf,
} from './rights.ts'

const ours = '11111111-1111-4111-8111-111111111111'
const theirs = '22222222-2222-4222-8222-222222222222'

const actors: Record<string, Actor> = {
  editor: { accountId: 'e', role: 'editor', providerIds: [] },
  provider: { accountId: 'p', role: 'provider', providerIds: [ours] },
  'editor of our directorate': {
    ...{ accountId: 'd', role: 'directorate-editor', providerIds: [ours], directorates: ['d1'] },
  },
  'editor of no directorate’s who serves us': {
    ...{ accountId: 's', role: 'directorate-editor', providerIds: [], directorates: ['d2'] },
    alsoServes: [ours],
  },
  'provider of nothing': { accountId: 'n', role: 'provider', providerIds: [] },
}

const records: Record<string, RecordFacts> = {
  'our service': { collection: 'services', id: 's1', provider: ours },
  'another’s service': { collection: 'services', id: 's2', provider: theirs },
  'a service of nobody': { collection: 'services', id: 's3', provider: undefined },
  'our provider record': { collection: 'providers', id: ours, provider: undefined },
  'another’s provider record': { collection: 'providers', id: theirs, provider: undefined },
  'a new provider record': { collection: 'providers', id: undefined, provider: undefined },
  'an escalation route': { collection: 'routes', id: 'r1', provider: undefined },
  'a route that names our provider': { collection: 'routes', id: ours, provider: ours },
  'a guide': { collection: 'guides', id: 'g1', provider: undefined },
  'a guide that names our provider': { collection: 'guides', id: ours, provider: ours },
  'the area settings': { collection: 'area', id: 'a1', provider: undefined },
  'an unknown collection': { collection: 'secrets', id: ours, provider: ours },
}

const services: readonly Deed[] = ['confirm']
const organisations: readonly Deed[] = ['see-people', 'people']

/** Some deeds are for services alone, some for organisations alone. */
const all = ({ collection }: RecordFacts) =>
  deeds.filter(
    (deed) =>
      (collection === 'services' || !services.includes(deed)) &&
      (collection === 'providers' || !organisations.includes(deed)),
  )

const ofProviders: readonly Deed[] = [
  ...([
    'list',
    'open',
    'create',
    'save',
    'submit',
    'withdraw',
    'throw-away',
    'bring-back',
    'confirm',
  ] as const),
  ...(['history', 'open-draft', 'note', 'see-people'] as const),
]
const asProvider = {
  'our service': ofProviders.filter((deed) => deed !== 'see-people'),
  'our provider record': ofProviders.filter((deed) => deed !== 'create' && deed !== 'confirm'),
}
const look: readonly Deed[] = ['list', 'open']
const lookedAt = (records: Record<string, RecordFacts>, deeds: readonly Deed[]) =>
  Object.fromEntries(
    Object.entries(records)
      .filter(([, { collection }]) => collection !== 'area' && collection !== 'secrets')
      .map(([name]) => [name, deeds]),
  )

const allowed: Record<string, Record<string, readonly Deed[]>> = {
  editor: Object.fromEntries(Object.entries(records).map(([name, record]) => [name, all(record)])),
  provider: {
    ...asProvider,
    ...{ 'an escalation route': look, 'a route that names our provider': look },
  },
  'editor of our directorate': {
    ...lookedAt(records, ['list', 'open', 'history']),
    'our service': all({ collection: 'services', id: undefined, provider: undefined }),
    'our provider record': all({ collection: 'providers', id: undefined, provider: undefined }).filter(
      (deed) => deed !== 'create',
    ),
  },
  'editor of no directorate’s who serves us': {
    ...lookedAt(records, ['list', 'open', 'history']),
    ...asProvider,
  },
  'provider of nothing': { 'an escalation route': look, 'a route that names our provider': look },
}

describe.each(Object.entries(actors))('%s', (who, actor) => {
  it.each(Object.entries(records))('with %s', (what, record) => {
    expect(deeds.filter((deed) => may(actor, deed, record))).toEqual(allowed[who]?.[what] ?? [])
  })
})

it('shows a provider their two collections, and routes only to choose from', () => {
  const provider: Actor = { accountId: 'p', role: 'provider', providerIds: [ours] }
  const views = ['services', 'providers', 'routes', 'guides', 'area'].map((name) => viewOf(provider, name))
  expect(views).toEqual(['work', 'work', 'choose', 'none', 'none'])
})

it('shows an editor of a directorate services and organisations to work in, the rest to choose from, and no settings', () => {
  const editor: Actor = { accountId: 'd', role: 'directorate-editor', providerIds: [ours] }
  const views = ['services', 'providers', 'routes', 'guides', 'area', 'synonyms', 'glossary']
  expect(views.map((name) => viewOf(editor, name))).toEqual([
    ...['work', 'work', 'choose', 'choose', 'none', 'none', 'none'],
  ])
})

describe('a draft', () => {
  const editor: Actor = { accountId: 'e', role: 'editor', providerIds: [] }
  const directorate: Actor = {
    ...{ accountId: 'd', role: 'directorate-editor', providerIds: [ours], directorates: ['d1', 'd3'] },
  }
  const provider: Actor = { accountId: 'p', role: 'provider', providerIds: [ours] }
  const service = (of: string): RecordFacts => ({ collection: 'services', id: 's1', provider: of })
  const organisation = (directorate: string | undefined): RecordFacts => ({
    ...{ collection: 'providers', id: ours, provider: undefined, directorate },
  })

  it('of a service that moves away, or comes, is nothing for whoever has only one of both', () => {
    for (const actor of [directorate, provider]) {
      expect(mayWithDraft(actor, 'open-draft', service(ours), service(theirs))).toBe(false)
      expect(mayWithDraft(actor, 'open-draft', service(theirs), service(ours))).toBe(false)
      expect(mayWithDraft(actor, 'open-draft', service(ours), undefined)).toBe(true)
    }
    expect(mayWithDraft(editor, 'publish', service(ours), service(theirs))).toBe(true)
  })

  it('that gives an organisation to another directorate takes effect through an editor of both', () => {
    const publish = (actor: Actor, from: string | undefined, to: string | undefined) =>
      mayWithDraft(actor, 'publish', organisation(to), organisation(from))
    expect(publish(directorate, 'd1', 'd1')).toBe(true)
    expect(publish(directorate, 'd1', 'd3')).toBe(true)
    expect(publish(directorate, 'd1', 'd2')).toBe(false)
    expect(publish(directorate, 'd1', undefined)).toBe(false)
    expect(publish(editor, 'd1', 'd2')).toBe(true)
    // It may still be opened and talked about.
    expect(mayWithDraft(directorate, 'note', organisation('d2'), organisation('d1'))).toBe(true)
  })

  it('of a provider’s person changes nothing of who looks after them', () => {
    expect(mayHandOver(provider, organisation('d1'), organisation('d1'))).toBe(true)
    expect(mayHandOver(provider, organisation('d1'), organisation('d2'))).toBe(false)
    expect(mayHandOver(provider, organisation(undefined), organisation('d1'))).toBe(false)
  })
})
