import { stringify } from 'yaml'
import { pathOf } from '#records/collections.ts'
import { type Provider, providerRecord } from '#records/provider.ts'
import type { ContentFile } from '#records/read-content.ts'
import { type Service, serviceRecord } from '#records/service.ts'
import { type Draft, idFrom } from './draft.ts'
import { distinctNames } from './naming.ts'

/** The record files of drafts and of the organisations that run them. Paths are under the content root. */
export function recordFiles(drafts: readonly Draft[]): ContentFile[] {
  const names = distinctNames(drafts.map(named))
  const services = drafts.map((draft): ContentFile => {
    const { name, slug } = nameFor(names, draft.key)
    const service = serviceRecord.schema.parse({
      id: idFrom('service', draft.key),
      name,
      provider: idFrom('provider', draft.operator.key),
      ...draft.fields,
    })
    return { path: pathOf('services', slug), text: fileText(service, draft.body) }
  })
  return [...services, ...providerFiles(drafts)].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function providerFiles(drafts: readonly Draft[]): ContentFile[] {
  const byOperator = new Map<string, Draft[]>()
  for (const draft of drafts)
    byOperator.set(draft.operator.key, [...(byOperator.get(draft.operator.key) ?? []), draft])
  const leads = [...byOperator].flatMap(([key, run]) => {
    const lead = run.find((each) => each.key === key) ?? run[0]
    return lead === undefined ? [] : [{ key, lead, run }]
  })
  const names = distinctNames(
    leads.map(({ key, lead }) => ({ ...named(lead), key, name: lead.operator.name })),
  )
  return leads.map(({ key, lead, run }) => {
    const { name, slug } = nameFor(names, key)
    const { telephone, email, website } = lead.fields.contact
    const own = run.length === 1 || lead.key === key
    const provider = providerRecord.schema.parse({
      id: idFrom('provider', key),
      name,
      description: lead.operator.description ?? lead.fields.summary,
      website: lead.operator.website ?? (own ? website : undefined),
      email: own ? email : undefined,
      telephone: own ? telephone : undefined,
      source: `${lead.fields.provenance.source.replace(/; access: .*$/, '')}, ${lead.fields.provenance.sourceDate ?? 'no date'}`,
    })
    return { path: pathOf('providers', slug), text: fileText(provider, '') }
  })
}

function named(draft: Draft) {
  const place = draft.fields.where.places[0]
  return { key: draft.key, name: draft.name, locality: draft.locality, street: place?.address ?? place?.name }
}

function nameFor(names: ReadonlyMap<string, { name: string; slug: string }>, key: string) {
  const found = names.get(key)
  if (found === undefined) throw new Error(`There is no name for ${key}`)
  return found
}

/** Front matter in the order of the record's fields; text that YAML 1.1 would take for a date or a time is quoted. */
function fileText(record: Service | Provider, body: string): string {
  const fields = stringify(record, { version: '1.1', lineWidth: 0 })
  return body === '' ? `---\n${fields}---\n` : `---\n${fields}---\n\n${body}\n`
}
