import type { ActionContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { mayDo } from '../drafts/find-draft.ts'
import { mainOf } from '../git/main-branch.ts'
import { type PersonShown, personReader } from '../people-in-words.ts'
import { contentPath, definitionFor, type Place } from '../records/place.ts'
import { titleOf } from '../records/stored-records.ts'
import { notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { NameOfRecord } from './value-in-words.ts'
import { type Version, versionsOf } from './versions.ts'

/** How many versions a page shows. */
const versionsOnPage = 20

/**
 * The history of one record for a person who may read it: a draft that is open, and each published version with who did
 * what and what differs from the one before. `page` counts from 1.
 *
 * @throws CmsRefusal when there is no such record, or the person is not to know of it
 */
export async function readHistory(context: ActionContext, place: Place, page: number): Promise<History> {
  const { repository, records, actor } = context
  const path = contentPath(place)
  const definition = definitionFor(place)
  const main = await mainOf(repository)
  const from = (page - 1) * versionsOnPage
  const found = await versionsOf(repository.git, main, path, { from, most: versionsOnPage + 1 })
  const open = await context.drafts.open(place)
  const draft = open && (await mayDo(context, 'open-draft', open)) ? open : undefined
  const published = await records.at(main, path)
  const last = published ?? (await lastKnown(context, found, path)) ?? draft?.record
  if (!last || !may(actor, 'history', last.facts)) throw notFound()

  const nameOfRecord = await namesOfRecords(context, main)
  const personOf = personReader(context)

  const shown = found.slice(0, versionsOnPage).map(async (version): Promise<ShownVersion> => {
    const [before, after] = await Promise.all([
      version.parent === undefined ? undefined : records.at(version.parent, path),
      records.at(version.commit, path),
    ])
    const { approver, author } = version
    return {
      commit: version.commit,
      at: version.at,
      what: whatHappened(version, before, after),
      by: await personOf(author),
      writers: await Promise.all(version.writers.map(personOf)),
      approver:
        approver === undefined
          ? approverUntold(version)
          : approver.accountId === author.accountId
            ? undefined
            : await personOf(approver),
      differences: differencesOf(definition, before?.content, after?.content, nameOfRecord),
      isNow: after !== undefined && after.blob === published?.blob,
      canBePutBack: after !== undefined && after.blob !== published?.blob,
    }
  })
  return {
    title: titleOf(last),
    published: published?.blob,
    draft: draft && {
      ...{ status: draft.state.status, at: draft.state.savedAt, by: await personOf(draft.state.savedBy) },
      differences: differencesOf(definition, published?.content, draft.record.content, nameOfRecord),
    },
    versions: await Promise.all(shown),
    mayPutBack: may(actor, 'restore', last.facts),
    hasMore: found.length > versionsOnPage,
  }
}

function approverUntold({ subject, writers }: Version): 'not-written-down' | undefined {
  return subject.startsWith('Publish ') && writers.length > 0 ? 'not-written-down' : undefined
}

/** A record that was removed, as it stood before. */
async function lastKnown({ records }: ActionContext, [newest]: readonly Version[], path: string) {
  return newest?.parent === undefined ? undefined : records.at(newest.parent, path)
}

/** What people call what a commit did. A record that was removed before may come back. */
function whatHappened({ subject }: Version, before: object | undefined, after: object | undefined): What {
  const verb = subject.split(' ', 1)[0]
  if (after === undefined) return 'removed'
  if (verb === 'Confirm') return 'confirmed'
  if (verb === 'Restore') return 'put-back'
  if (verb === 'Start') return 'came'
  return before === undefined ? 'added' : 'changed'
}

/** Names are read as they are now; of a record that is gone, none is known. */
export async function namesOfRecords({ records }: ActionContext, main: string): Promise<NameOfRecord> {
  const lists = await Promise.all(
    ['providers', 'routes', 'services', 'guides', 'pathways'].map((name) => records.all(main, name)),
  )
  const names = new Map(
    lists.flat().map((record) => [`${record.collection} ${record.facts.id}`, titleOf(record)]),
  )
  return (collection, id) => names.get(`${collection} ${id}`)
}

export type What = 'came' | 'added' | 'changed' | 'confirmed' | 'put-back' | 'removed'

export interface ShownVersion {
  readonly commit: string
  /** ms UTC */
  readonly at: number
  readonly what: What
  readonly by: PersonShown
  readonly writers: readonly PersonShown[]
  /** Who approved it, when that was somebody else than who published it. Older commits that publish a draft do not say. */
  readonly approver: PersonShown | 'not-written-down' | undefined
  readonly differences: readonly Difference[]
  /** Whether the site shows this text now. */
  readonly isNow: boolean
  readonly canBePutBack: boolean
}

export interface History {
  readonly title: string
  /** The version of the text that the site shows; undefined when it shows none. */
  readonly published: string | undefined
  readonly draft:
    | {
        readonly status: Draft['state']['status']
        /** ms UTC */
        readonly at: number
        readonly by: PersonShown
        readonly differences: readonly Difference[]
      }
    | undefined
  readonly versions: readonly ShownVersion[]
  readonly mayPutBack: boolean
  readonly hasMore: boolean
}
