import type { FastifyInstance } from 'fastify'
import type { Role } from '#platform/accounts/grants.ts'
import type { Log } from '#platform/log.ts'
import { html } from '#platform/pages/html.ts'
import {
  createStaffPageRoutes,
  type PageWork,
  type StaffPageParts,
} from '#platform/pages/staff-page-routes.ts'
import { HelpdeskError } from '../domain/errors.ts'
import { httpStatus, refusalFor } from '../transport/refusals.ts'

/** Pages of the desk on which what cannot be done is said, with the way back to `back`. */
export function createCalmRoutes(
  app: FastifyInstance,
  parts: StaffPageParts & { log: Log },
  { roles, back }: { roles: readonly Role[]; back: { path: string; label: string } },
) {
  const plain = createStaffPageRoutes(app, parts, roles)

  function calmly(work: PageWork): PageWork {
    return async (request) => {
      try {
        return await work(request)
      } catch (error) {
        if (!(error instanceof HelpdeskError)) throw error
        const { code, message } = refusalFor(error, parts.log)
        const title = 'We could not do that'
        const body = html`<h1>${title}</h1>
<p>${message}</p>
<p><a href="${back.path}">${back.label}</a></p>`
        return { title, status: httpStatus[code], body }
      }
    }
  }

  return {
    get: (path: string, work: PageWork) => plain.get(path, calmly(work)),
    post: (path: string, work: PageWork) => plain.post(path, calmly(work)),
  }
}
