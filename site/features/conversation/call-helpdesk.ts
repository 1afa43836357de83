import type { z } from 'zod'
import type { Refusal } from '#protocol/contract.ts'
import { outOfDate } from './wire-rules.ts'

const answerTimeoutMs = 10_000

/**
 * One HTTP call with a JSON reply parsed by `schema`. null: the helpdesk could not be reached, or gave no JSON answer
 * (as a server that is just starting does), so try again. An answer of another shape is the refusal `outOfDate`.
 */
export async function callHelpdesk<Reply>(
  address: string,
  schema: z.ZodType<Reply>,
  { method = 'GET', body }: { method?: 'GET' | 'POST' | 'DELETE'; body?: object } = {},
): Promise<Reply | Refusal | null> {
  const answer = await fetchJson(address, {
    method,
    headers: body
      ? { 'content-type': 'application/json', accept: 'application/json' }
      : { accept: 'application/json' },
    body: body ? JSON.stringify(body) : null,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(answerTimeoutMs),
  })
  return answer === null ? null : (schema.safeParse(answer.json).data ?? outOfDate)
}

async function fetchJson(address: string, init: RequestInit): Promise<{ json: unknown } | null> {
  try {
    const response = await fetch(address, init)
    return { json: await response.json() }
  } catch {
    return null
  }
}
