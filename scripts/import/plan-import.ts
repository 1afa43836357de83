import type { ContentFile } from '#records/read-content.ts'
import type { ContentFolder } from './content-folder.ts'
import { type Draft, idOf, isGroup, type Reading, type Values } from './draft.ts'
import { createFreePath, planRecord, type RecordPlan } from './plan-record.ts'
import type { Snapshot } from './snapshot.ts'

/** What would become of one service of the source. */
export interface PlannedService {
  readonly id: string
  readonly name: string
  readonly state: 'new' | 'changed' | 'unchanged' | 'refused' | 'gone'
  /** Why it is refused, which words of people were kept, what was not carried over. */
  readonly why: string
}

/** What an import would do. Nothing is written yet. */
export interface ImportPlan {
  readonly services: readonly PlannedService[]
  /** Files that are new or changed. */
  readonly files: readonly ContentFile[]
  /** The snapshot as it is once they are written. */
  readonly snapshot: Snapshot
}

/**
 * Compares what a source gives with the content and with what it gave last time. A service is taken whole or not at all,
 * its provider with it. Records that did not come from this source are never touched.
 */
export function planImport(reading: Reading, content: ContentFolder, snapshot: Snapshot): ImportPlan {
  const freePath = createFreePath(content.files.map(({ path }) => path))
  const providers = planProviders(reading.drafts, content, snapshot, freePath)
  const services: PlannedService[] = reading.refused.map((each) => ({ ...each, state: 'refused' }))
  const files = new Map<string, ContentFile>()
  const next = { ...snapshot, services: { ...snapshot.services }, providers: { ...snapshot.providers } }
  const seen = new Set<string>()
  for (const draft of reading.drafts) {
    const { id, name } = draft
    const before = snapshot.services[id]
    const now = { fields: sameReview(draft.fields, before?.fields), body: draft.body }
    const here = content.services.get(id)
    const provider = providers.get(draft.provider.id) ?? { state: 'foreign' }
    const isRemoved = before !== undefined && here === undefined
    const isTaken = isIdOfAnotherKind(draft, content, providers)
    const why = refusalOf({ provider, isRemoved, isTaken, isSeen: seen.has(id) })
    seen.add(id)
    const plan: RecordPlan =
      why === undefined
        ? planRecord({ collection: 'services', id, name, now, before, here }, freePath)
        : { state: 'refused', why }
    if (plan.state === 'foreign' || plan.state === 'refused') {
      services.push({ id, name, state: 'refused', why: plan.state === 'refused' ? plan.why : foreignWords })
      continue
    }
    for (const each of [plan, provider]) if ('file' in each) files.set(each.file.path, each.file)
    next.services[id] = now
    if (provider.state !== 'foreign') next.providers[draft.provider.id] = { fields: draft.provider.fields }
    const providerChanged = provider.state === 'changed' && plan.state === 'unchanged'
    services.push({
      id,
      name,
      state: providerChanged ? 'changed' : plan.state,
      why: notes(plan.kept, draft.notes),
    })
  }
  return {
    services: [...services, ...gone(seen, reading, content, snapshot)],
    files: [...files.values()],
    snapshot: next,
  }
}

const foreignWords = 'a record with this id is here already and is not from this source'

function planProviders(
  drafts: readonly Draft[],
  content: ContentFolder,
  snapshot: Snapshot,
  freePath: ReturnType<typeof createFreePath>,
): Map<string, RecordPlan> {
  const unique = new Map(drafts.toReversed().map(({ provider }) => [provider.id, provider]))
  return new Map(
    [...unique].map(([id, { fields }]) => {
      const was = snapshot.providers[id]
      const compared = {
        ...({ collection: 'providers', id, name: fields.name } as const),
        now: { fields, body: '' },
        before: was === undefined ? undefined : { fields: was.fields, body: '' },
        here: content.providers.get(id),
      }
      return [id, planRecord(compared, freePath)]
    }),
  )
}

function refusalOf(facts: {
  readonly provider: RecordPlan
  readonly isRemoved: boolean
  readonly isTaken: boolean
  readonly isSeen: boolean
}): string | undefined {
  if (facts.isSeen) return 'the source has this id twice. The first one counts'
  if (facts.isTaken) return 'its id, or that of its provider, belongs to another kind of record'
  if (facts.isRemoved) return 'somebody has removed it here, so it stays removed'
  return facts.provider.state === 'refused' ? `its provider: ${facts.provider.why}` : undefined
}

/** An id stands for one record alone, of whatever kind. */
function isIdOfAnotherKind(
  { id, provider }: Draft,
  content: ContentFolder,
  providers: ReadonlyMap<string, RecordPlan>,
): boolean {
  return (
    [id, provider.id].some((each) => content.otherIds.has(each)) ||
    content.providers.has(id) ||
    providers.has(id) ||
    content.services.has(provider.id)
  )
}

/** Where the source knows no check, the day of the first import stays, so that a run without news changes nothing. */
function sameReview(fields: Values, before: Values | undefined): Values {
  const [now, was] = [fields['review'], before?.['review']]
  const isOpen = isGroup(now) && isGroup(was) && now['nextDue'] !== undefined && was['nextDue'] !== undefined
  return isOpen ? { ...fields, review: was } : fields
}

function gone(
  seen: ReadonlySet<string>,
  reading: Reading,
  content: ContentFolder,
  snapshot: Snapshot,
): PlannedService[] {
  const refused = new Set(reading.refused.map(({ id }) => idOf('service', snapshot.source, id)))
  return Object.entries(snapshot.services)
    .filter(([id]) => !seen.has(id) && !refused.has(id) && content.services.has(id))
    .map(([id, { fields }]) => ({
      ...{ id, name: String(fields['name']), state: 'gone' },
      why: 'the source no longer has it. It stays here until somebody closes it',
    }))
}

function notes(kept: readonly string[], omitted: readonly string[]): string {
  const words = [
    kept.length > 0 ? `kept what people wrote in ${kept.join(', ')}` : '',
    omitted.length > 0 ? `not carried over: ${omitted.join('; ')}` : '',
  ]
  return words.filter(Boolean).join('. ')
}
