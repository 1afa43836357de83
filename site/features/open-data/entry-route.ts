import type { APIRoute } from 'astro'
import { listsOf } from './open-lists.ts'
import { siteDirectory } from './site-directory.ts'

/** Each entry of each list, whole, while someone works on the site. A build writes them as files: see `openDataPages`. */
export async function getStaticPaths() {
  return listsOf(await siteDirectory()).flatMap(({ name, entries }) =>
    entries.map((entry) => ({ params: { list: name, id: entry.id }, props: { entry } })),
  )
}

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  Response.json(props.entry)
