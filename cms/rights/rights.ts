import { recordDefinitions } from '#records/collections.ts'

/** What a person can try to do with a record. */
export const deeds = [
  'list',
  'open',
  'create',
  'save',
  'submit',
  'withdraw',
  'approve',
  'reopen',
  'throw-away',
  'publish',
  // Says when the CMS is to publish a draft by itself.
  'schedule',
  // Makes a draft that was thrown away a draft again.
  'bring-back',
  'delete',
  // Says of a published service that it is still correct, which is published at once.
  'confirm',
  // Reads who changed a record and what its earlier versions said.
  'history',
  // Puts an earlier version of a record back, which is published at once.
  'restore',
  // Sees that a record has a draft, and what it says.
  'open-draft',
  // Reads and writes notes about a draft.
  'note',
  // Sees who keeps the records of an organisation.
  'see-people',
  // Invites people to keep the records of an organisation, and takes that from them.
  'people',
] as const

export type Deed = (typeof deeds)[number]

/**
 * As what a person works in the CMS: an editor of the whole area, an editor of one or more of its directorates, or somebody
 * of a provider. An editor of the area who also serves a provider works as an editor.
 */
export type CmsRole = 'editor' | 'directorate-editor' | 'provider'

/** Who acts. */
export interface Actor {
  readonly accountId: string
  readonly role: CmsRole
  /**
   * The provider records that are a person's own: those they serve or, for an editor of a directorate, those that it looks
   * after as the published records say. The list of an editor of the area is not looked at.
   */
  readonly providerIds: readonly string[]
  /** Of an editor of directorates: which. */
  readonly directorates?: readonly string[]
  /** Of an editor of directorates: what they serve beside that, as a provider's person does. */
  readonly alsoServes?: readonly string[]
}

/** True for the council's editors, of the whole area or of a directorate. */
export function isEditor({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'provider'
}

/** What the rights table needs to know of a record: never more than its collection and the ids in it. */
export interface RecordFacts {
  readonly collection: string
  readonly id: string | undefined
  /** The provider that a service names; undefined in every other collection. */
  readonly provider: string | undefined
  /** The directorate that looks after an organisation; undefined for none, and in every other collection. */
  readonly directorate?: string | undefined
}

/**
 * How a record stands to a person: their own, one of an organisation that an editor of a directorate serves beside that,
 * one that they may look at, or somebody else's.
 */
export type Standing = 'own' | 'served' | 'shared' | 'other'

/** What a provider's person may do with records of their own. */
const ofOwnRecords: readonly Deed[] = [
  'list',
  'open',
  'create',
  'save',
  'submit',
  'withdraw',
  'throw-away',
  'bring-back',
  'confirm',
  'history',
  'note',
  'open-draft',
  'see-people',
]

/** The one table of who may do what. What is not listed is refused. */
export const rights: Readonly<Record<CmsRole, Readonly<Record<Standing, readonly Deed[]>>>> = {
  editor: { own: deeds, served: deeds, shared: deeds, other: deeds },
  'directorate-editor': {
    own: deeds,
    served: ofOwnRecords,
    shared: ['list', 'open', 'history'],
    other: [],
  },
  provider: { own: ofOwnRecords, served: [], shared: ['list', 'open'], other: [] },
}

/** Deeds that are for one collection alone, own record or not. */
const always = { confirm: 'services', 'see-people': 'providers', people: 'providers' } as const
const onlyIn: Readonly<Record<CmsRole, Readonly<Partial<Record<Deed, string>>>>> = {
  editor: always,
  // New organisations, and to whom at the council they belong, are for editors of the area.
  'directorate-editor': { ...always, create: 'services' },
  provider: { ...always, create: 'services' },
}

/** Published records that a role looks at and chooses from. What settings hold is for editors of the area alone. */
const sharedCollections: Readonly<Record<CmsRole, readonly string[]>> = {
  editor: [],
  'directorate-editor': recordDefinitions
    .filter(({ extension }) => extension !== 'yaml')
    .map(({ name }) => name),
  // Such as "who to turn to when things go wrong".
  provider: ['routes'],
}

/** True when the person may do this with this record. */
export function may(actor: Actor, deed: Deed, record: RecordFacts): boolean {
  if ((onlyIn[actor.role][deed] ?? record.collection) !== record.collection) return false
  return rights[actor.role][standingOf(actor, record)].includes(deed)
}

/** How a record stands to a person. */
export function standingOf(actor: Actor, record: RecordFacts): Standing {
  const owner = ownerOf(record)
  if (owner !== undefined && actor.providerIds.includes(owner)) return 'own'
  if (owner !== undefined && actor.alsoServes?.includes(owner)) return 'served'
  return sharedCollections[actor.role].includes(record.collection) ? 'shared' : 'other'
}

/** The id of the provider to whom a record belongs; undefined for what belongs to the council. */
export function ownerOf({ collection, id, provider }: RecordFacts): string | undefined {
  if (collection === 'services') return provider
  return collection === 'providers' ? id : undefined
}

/**
 * True when the person may do this with a draft. Both what the draft says and what is published count, so that nobody gains
 * a record, or gives one away, by what they wrote into a draft.
 */
export function mayWithDraft(
  actor: Actor,
  deed: Deed,
  draft: RecordFacts,
  published: RecordFacts | undefined,
): boolean {
  if (!may(actor, deed, draft)) return false
  if (published === undefined) return true
  return may(actor, deed, published) && (!countsForAll.includes(deed) || mayHandOver(actor, published, draft))
}

/** Deeds that end in another text for everybody. */
const countsForAll: readonly Deed[] = ['approve', 'publish', 'schedule', 'restore']

/** True when the directorate of an organisation stays, or the person may give it to the other one. */
export function mayHandOver(actor: Actor, from: RecordFacts | undefined, to: RecordFacts): boolean {
  const directorate = to.directorate
  if (actor.role === 'editor' || from?.directorate === directorate) return true
  return directorate !== undefined && (actor.directorates ?? []).includes(directorate)
}

/** How much of a collection a person's CMS holds: they work in it, choose from it, or do not see it. */
export function viewOf(actor: Actor, collection: string): 'work' | 'choose' | 'none' {
  if (actor.role === 'editor' || collection === 'services' || collection === 'providers') return 'work'
  return sharedCollections[actor.role].includes(collection) ? 'choose' : 'none'
}
