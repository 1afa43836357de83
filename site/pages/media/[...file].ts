import type { APIRoute } from 'astro'
import { allServices } from '../../features/records/site-records.ts'
import { readPicture } from '../../features/service-page/picture-files.ts'

/** The pictures that records show, and no others: what was taken off every page is not published. */
export async function getStaticPaths() {
  const services = await allServices()
  const files = new Set(services.flatMap(({ data }) => data.pictures.map(({ file }) => file)))
  return [...files].map((path) => ({ params: { file: path.slice('media/'.length) }, props: { path } }))
}

export const GET: APIRoute<{ path: string }> = ({ props }) => {
  const { bytes, type } = readPicture(props.path)
  return new Response(bytes, { headers: { 'content-type': `image/${type}` } })
}
