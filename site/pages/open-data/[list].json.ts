import type { APIRoute } from 'astro'
import { pageOf } from '#records/open-referral-lists.ts'
import { itemsOf, listsOf } from '../../features/open-data/open-lists.ts'
import { siteDirectory } from '../../features/open-data/site-directory.ts'

/** Each list on one page: a static host cannot give another for `?page=`. */
export async function getStaticPaths() {
  return listsOf(await siteDirectory()).map((list) => ({
    params: { list: list.name },
    props: { items: itemsOf(list) },
  }))
}

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  Response.json(pageOf(props.items, 1, Math.max(1, props.items.length)))
