import type { APIRoute } from 'astro'
import { listPathways } from '../features/records/site-records.ts'
import { stepCards } from '../features/records/step-cards.ts'

/** The steps of all pathways as cards, for the desk: navigators look through them. */
export const GET: APIRoute = async () => {
  const pathways = await listPathways()
  return Response.json(pathways.flatMap(({ id, data: { title, steps } }) => stepCards({ id, title, steps })))
}
