import type { APIRoute, GetStaticPaths } from 'astro'
import { londonDate } from '#records/london-date.ts'
import { monthOf } from '#records/month.ts'
import { planCsv } from '../../features/plan/plan-csv.ts'
import { listPlans, objectivesOf, type PlanEntry } from '../../features/records/accountability-records.ts'

export const getStaticPaths: GetStaticPaths = async () =>
  (await listPlans()).map((plan) => ({ params: { slug: plan.id }, props: { plan } }))

/** A plan for a spreadsheet. */
export const GET: APIRoute<{ plan: PlanEntry }> = async ({ props: { plan } }) => {
  const seen = { plan: plan.data, thisMonth: monthOf(londonDate(Date.now())) }
  return new Response(planCsv(plan, await objectivesOf(plan), seen), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
