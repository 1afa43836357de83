import { describe, expect, it } from 'vitest'
import { type Actor, type Deed, deeds, may, type RecordFacts, viewOf } from './rights.ts'

const ours = '11111111-1111-4111-8111-111111111111'
const theirs = '22222222-2222-4222-8222-222222222222'

const actors: Record<string, Actor> = {
  editor: { accountId: 'e', role: 'editor', providerIds: [] },
  provider: { accountId: 'p', role: 'provider', providerIds: [ours] },
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

const own: readonly Deed[] = [
  'list',
  'open',
  'create',
  'save',
  'submit',
  'withdraw',
  'discard',
  'confirm',
  'history',
  'note',
]
const all = (record: RecordFacts) =>
  deeds.filter((deed) => record.collection === 'services' || deed !== 'confirm')
const look: readonly Deed[] = ['list', 'open']

const allowed: Record<string, Record<string, readonly Deed[]>> = {
  editor: Object.fromEntries(Object.entries(records).map(([name, record]) => [name, all(record)])),
  provider: {
    'our service': own,
    'our provider record': own.filter((deed) => deed !== 'create' && deed !== 'confirm'),
    'an escalation route': look,
    'a route that names our provider': look,
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
