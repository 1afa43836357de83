import type { APIRoute } from 'astro'
import { listsOf, siteDirectory } from '../../../features/open-data/site-directory.ts'

/** Each entry of each list, whole. */
export async function getStaticPaths() {
  return listsOf(await siteDirectory()).flatMap(({ name, entries }) =>
    entries.map((entry) => ({ params: { list: name, id: entry.id }, props: { entry } })),
  )
}

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  Response.json(props.entry)
