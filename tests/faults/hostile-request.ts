import type { FaultHelpdesk } from './fault-helpdesk.ts'
import type { HostileRequest } from './hostile-payloads.ts'

/** Sends it as a page of ours would, each from an address of its own. Rejects when the connection is ended. */
export function sendRequest(
  { address, origin }: FaultHelpdesk,
  { method, path, type, body }: HostileRequest,
  count: number,
): Promise<Response> {
  const hasBody = method !== 'GET'
  return fetch(`${address}${path}`, {
    ...{ method, redirect: 'manual' },
    headers: {
      ...{ origin, 'x-forwarded-for': `127.4.${count % 250}.${(count >> 8) % 250}` },
      ...(hasBody ? { 'content-type': type } : {}),
    },
    ...(hasBody ? { body } : {}),
  })
}
