import type { APIRoute } from 'astro'
import { openReferralRoot } from '#records/open-referral-lists.ts'

/** What a reader of Open Referral asks for first: version, profile and where the specification is. */
export const GET: APIRoute = () => Response.json(openReferralRoot)
