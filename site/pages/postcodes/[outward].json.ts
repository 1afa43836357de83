import type { APIRoute } from 'astro'
import { readPostcodeFiles } from '../../features/find-services/build-search-files.ts'

/** A file for each outward code of the area, so that no more than that much of a postcode is ever asked for. */
export function getStaticPaths() {
  return [...readPostcodeFiles(import.meta.env.CONTENT_DIR)].map(([outward, file]) => ({
    params: { outward },
    props: { file },
  }))
}

export const GET: APIRoute = ({ props }) => Response.json(props['file'])
