import type { APIRoute } from 'astro'
import { allServices, type ServiceEntry } from '../../features/records/site-records.ts'
import { entryOf, entryParts, partOf } from '../../features/shortlist/entry.ts'

interface Props {
  services: readonly ServiceEntry[]
}

export async function getStaticPaths() {
  const byPart = Map.groupBy(await allServices(), ({ data }) => partOf(data.id))
  return entryParts.map((part) => ({ params: { part }, props: { services: byPart.get(part) ?? [] } }))
}

/** What the shortlist needs of the services whose ids end in this digit, those closed for good included. */
export const GET: APIRoute<Props> = ({ props }) =>
  Response.json(props.services.map(({ id, data }) => entryOf(id, data)))
