import { z } from 'zod'
import type { CommitAuthor, ContentRepository } from '../git/content-repository.ts'
import type { RefChange } from '../git/ref-transaction.ts'
import { contentPath, type Place, subjectOf } from '../records/place.ts'
import { definitionNamed } from '../records/record-file.ts'
import { recordOf, type StoredRecord } from '../records/stored-records.ts'

/**
 * Texts that could not be saved because somebody else had changed the record meanwhile, kept until the person has chosen.
 * Each is a commit `refs/cms/kept/<account>/<collection>/<slug>/<version>` with what the form was opened with in a small JSON
 * blob at `refs/cms/kept-from/…`; both come and go together.
 *
 * What changes something is to be called inside `repository.writing`.
 */
export function createKeptTexts(repository: ContentRepository): KeptTexts {
  async function under(prefix: string): Promise<KeptText[]> {
    const [texts, states] = await Promise.all(
      [textsUnder, statesUnder].map((folder) => repository.refsUnder(`${folder}${prefix}`)),
    )
    const stateOf = new Map(states?.map(({ ref, id }) => [ref.slice(statesUnder.length), id]))
    const kept = await Promise.all(
      (texts ?? []).map(({ ref, id }) => {
        const name = ref.slice(textsUnder.length)
        return textAt(name, id, stateOf.get(name))
      }),
    )
    return kept.filter((each) => each !== undefined).toSorted((one, other) => other.at - one.at)
  }

  async function textAt(
    name: string,
    tip: string,
    stateId: string | undefined,
  ): Promise<KeptText | undefined> {
    const [accountId = '', collection = '', slug = '', version = ''] = name.split('/')
    const [stateText, text] = await Promise.all(
      [stateId, version].map(async (id) => (id === undefined ? undefined : repository.readBlob(id))),
    )
    if (
      !definitionNamed(collection) ||
      stateId === undefined ||
      stateText === undefined ||
      text === undefined
    )
      return undefined
    const place = { collection, slug }
    const path = contentPath(place)
    const record = recordOf(path, text, version)
    if (!record) return undefined
    const { base, version: _, ...told } = keptState.parse(JSON.parse(stateText))
    const opened = base === null ? undefined : recordOf(path, base, '')
    return { ...place, ...told, accountId, tip, stateId, record, base: opened }
  }

  return {
    of: (accountId) => under(`${safe(accountId)}/`),
    all: () => under(''),
    at: (accountId, place) => under(`${safe(accountId)}/${subjectOf(place)}/`),

    async keep({ place, text, base, author, at, on, isNew, replaces }) {
      const path = contentPath(place)
      const blob = await repository.writeBlob(text)
      const message = keptMessage(place)
      const tip = await repository.commit({ parents: [on], changes: [{ path, blob }], author, message, at })
      const state: z.input<typeof keptState> = {
        version: 1,
        role: author.role,
        at,
        isNew,
        base: base ?? null,
      }
      const stateId = await repository.writeBlob(`${JSON.stringify(state)}\n`)
      const before = await under(`${safe(author.accountId)}/${subjectOf(place)}/`)
      const same = before.find(({ record }) => record.blob === blob)
      const earlier = before.find(({ record }) => record.blob === replaces && record.blob !== blob)
      const name = `${author.accountId}/${subjectOf(place)}/${blob}`
      await repository.updateRefs([
        { ref: `${textsUnder}${name}`, from: same?.tip ?? null, to: tip },
        { ref: `${statesUnder}${name}`, from: same?.stateId ?? null, to: stateId },
        ...(earlier ? removalOf(earlier) : []),
      ])
      return blob
    },

    removalOf,
  }
}

/** What the commit of a kept text says of itself. */
export function keptMessage(place: Place): string {
  return `Keep ${subjectOf(place)} until its writer has chosen`
}

const textsUnder = 'refs/cms/kept/'
const statesUnder = 'refs/cms/kept-from/'

function removalOf({ accountId, record, tip, stateId, ...place }: KeptText): RefChange[] {
  const name = `${accountId}/${subjectOf(place)}/${record.blob}`
  return [
    { ref: `${textsUnder}${name}`, from: tip, to: null },
    { ref: `${statesUnder}${name}`, from: stateId, to: null },
  ]
}

/** @throws Error when an account's id cannot be part of the name of a ref */
function safe(accountId: string): string {
  if (!/^[\w-]+$/.test(accountId)) throw new Error('This account id cannot stand in the name of a ref.')
  return accountId
}

const keptState = z.strictObject({
  version: z.literal(1),
  role: z.string(),
  /** ms UTC */
  at: z.int(),
  isNew: z.boolean(),
  /** The text that the form was opened with. */
  base: z.string().nullable(),
})

export interface KeptText extends Place {
  /** Whose it is. */
  readonly accountId: string
  readonly role: string
  /** ms UTC */
  readonly at: number
  /** Whether it was to be a new record, whose name was taken. */
  readonly isNew: boolean
  /** What the person had begun with; undefined where that is not known. */
  readonly base: StoredRecord | undefined
  readonly record: StoredRecord
  /** The commit that holds it. */
  readonly tip: string
  readonly stateId: string
}

export interface KeptTexts {
  /** Those of one person, the newest first. */
  of(accountId: string): Promise<KeptText[]>
  all(): Promise<KeptText[]>
  /** Those of one person for one record, the newest first. */
  at(accountId: string, place: Place): Promise<KeptText[]>
  /** Keeps a text and gives its version. */
  keep(what: {
    place: Place
    text: string
    /** The text that the form was opened with. */
    base: string | undefined
    author: CommitAuthor
    /** ms UTC */
    at: number
    /** The commit that it is kept on top of: the draft as it is, or `main`. */
    on: string
    isNew: boolean
    /** The version of an earlier kept text of the same form, which goes. */
    replaces: string | undefined
  }): Promise<string>
  /** How the refs of a kept text go, together with whatever else moves. */
  removalOf(kept: KeptText): RefChange[]
}
