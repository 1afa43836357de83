import type { WorkflowStep } from './workflow.ts'

/** What a person can try to do with a record. */
export type Deed =
  | 'list'
  | 'open'
  | 'create'
  | 'save'
  | WorkflowStep
  | 'discard'
  | 'publish'
  | 'delete'
  | 'confirm'
  | 'history'
  | 'restore'
  | 'note'

export const deeds: readonly Deed[] = [
  'list',
  'open',
  'create',
  'save',
  'submit',
  'withdraw',
  'approve',
  'reopen',
  'discard',
  'publish',
  'delete',
  // Says of a published service that it is still correct, which is published at once.
  'confirm',
  // Reads who changed a record and what its earlier versions said.
  'history',
  // Puts an earlier version of a record back, which is published at once.
  'restore',
  // Reads and writes notes about a draft.
  'note',
]

/** As what a person works in the CMS. An editor who also serves a provider works as an editor. */
export type CmsRole = 'editor' | 'provider'

/** Who acts. `providerIds` are the provider records a person serves; an editor's list is not looked at. */
export interface Actor {
  readonly accountId: string
  readonly role: CmsRole
  readonly providerIds: readonly string[]
}

/** What the rights table needs to know of a record: never more than its collection and the ids in it. */
export interface RecordFacts {
  readonly collection: string
  readonly id: string | undefined
  /** The provider that a service names; undefined in every other collection. */
  readonly provider: string | undefined
}

/** How a record stands to a person: their own, one that everybody may choose from, or somebody else's. */
export type Standing = 'own' | 'shared' | 'other'

/** The one table of who may do what. What is not listed is refused. */
export const rights: Readonly<Record<CmsRole, Readonly<Record<Standing, readonly Deed[]>>>> = {
  editor: { own: deeds, shared: deeds, other: deeds },
  provider: {
    own: ['list', 'open', 'create', 'save', 'submit', 'withdraw', 'discard', 'confirm', 'history', 'note'],
    shared: ['list', 'open'],
    other: [],
  },
}

/** What a role may do with services alone, own or not. Only services have a review that a provider keeps. */
const servicesOnly: Readonly<Record<CmsRole, readonly Deed[]>> = {
  editor: ['confirm'],
  provider: ['create', 'confirm'],
}

/** Published records that a provider chooses from, such as "who to turn to when things go wrong". */
export const sharedCollections: readonly string[] = ['routes']

/** True when the person may do this with this record. */
export function may(actor: Actor, deed: Deed, record: RecordFacts): boolean {
  if (servicesOnly[actor.role].includes(deed) && record.collection !== 'services') return false
  return rights[actor.role][standingOf(actor, record)].includes(deed)
}

/** How a record stands to a person. */
export function standingOf(actor: Actor, { collection, id, provider }: RecordFacts): Standing {
  const owner = collection === 'services' ? provider : collection === 'providers' ? id : undefined
  if (owner !== undefined && actor.providerIds.includes(owner)) return 'own'
  return sharedCollections.includes(collection) ? 'shared' : 'other'
}

/** How much of a collection a person's CMS holds: they work in it, choose from it, or do not see it. */
export function viewOf(actor: Actor, collection: string): 'work' | 'choose' | 'none' {
  if (actor.role === 'editor' || collection === 'services' || collection === 'providers') return 'work'
  return sharedCollections.includes(collection) ? 'choose' : 'none'
}
