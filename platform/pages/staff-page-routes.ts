import type { IncomingHttpHeaders } from 'node:http'
import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, type Role, type SignedIn } from '../accounts/grants.ts'
import { comesFromOurPages, isCsrfTokenOf } from '../accounts/own-requests.ts'
import type { Config } from '../config.ts'
import { type Html, html } from './html.ts'
import { fieldsOf } from './sent-fields.ts'
import { home, type Page, type Pages } from './shell.ts'
import { betweenMenuAndFoot, staffPageOf } from './staff-pages.ts'

/** What plain pages for staff work with: they are written by the server and work without JavaScript. */
export interface StaffPageParts {
  readonly pages: Pages
  readonly config: Pick<Config, 'publicUrl' | 'cmsOrigin'>
  readonly whoIs: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
}

/** A page before its frame is around it. */
export interface ShownPage {
  /** the heading and the tab */
  readonly title: string
  readonly body: Html
  /** 200 unless said */
  readonly status?: number
}

/** What a page is asked for, by whom. */
export interface PageRequest {
  readonly signedIn: SignedIn
  /** the form's fields, or those of the address; texts alone */
  readonly fields: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
  readonly reply: FastifyReply
}

/** Where to go after something was done. */
export interface GoTo {
  readonly goTo: string
}

/**
 * Adds pages for people with one of `roles` of the whole area, or for everybody who is signed in when there are none.
 * `get` shows, `post` does something: it is refused unless the form comes from a page that this session opened. Forms
 * carry `csrfField(signedIn)`.
 */
export function createStaffPageRoutes(app: FastifyInstance, parts: StaffPageParts, roles: readonly Role[]) {
  async function personOf(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | undefined> {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    const signedIn = await parts.whoIs(request.headers)
    if (!signedIn) {
      const next = request.method === 'GET' ? request.url : (staffPageOf(request.url)?.path ?? '/')
      reply.redirect(`/sign-in/?${new URLSearchParams({ next })}`, 303)
      return undefined
    }
    if (roles.length === 0 || roles.some((role) => holds(signedIn, role, { kind: 'area' }))) return signedIn
    send(request, reply, signedIn, notForYou)
    return undefined
  }

  function send(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn, page: ShownPage) {
    const framed = inFrame(page, signedIn, request.url)
    return reply
      .code(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(parts.pages.render(framed))
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn, work: PageWork) {
    const fields = textsOf(request.method === 'GET' ? request.query : request.body)
    const done = await work({ signedIn, fields, params: textsOf(request.params), reply })
    if (done === undefined) return reply
    return 'goTo' in done ? reply.redirect(done.goTo, 303) : send(request, reply, signedIn, done)
  }

  return {
    get(path: string, work: PageWork): void {
      app.get(path, async (request, reply) => {
        const signedIn = await personOf(request, reply)
        return signedIn ? answer(request, reply, signedIn, work) : reply
      })
    },
    post(path: string, work: PageWork): void {
      app.post(path, async (request, reply) => {
        const signedIn = await personOf(request, reply)
        if (!signedIn) return reply
        const isOurs =
          comesFromOurPages(request.headers, parts.config) &&
          isCsrfTokenOf(signedIn, textsOf(request.body)['csrf'])
        return isOurs ? answer(request, reply, signedIn, work) : send(request, reply, signedIn, foreignForm)
      })
    },
  }
}

/** Shows a page, or does something and says where to go; undefined when it has answered by itself (a file). */
export type PageWork = (request: PageRequest) => Promise<ShownPage | GoTo | undefined>

/** Lets forms of pages be read, once for each app. */
export async function acceptForms(app: FastifyInstance): Promise<void> {
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded'))
    await app.register(formBody, { bodyLimit: 64 * 1024 })
}

/** Goes into each form: shows that it comes from a page that this session opened. */
export function csrfField({ csrfToken }: Pick<SignedIn, 'csrfToken'>): Html {
  return html`<input type="hidden" name="csrf" value="${csrfToken}">`
}

/** A page that only says something, with a way on. */
export function sentencePage(title: string, sentence: string, status: number): ShownPage {
  return { title, status, body: html`<h1>${title}</h1><p>${sentence}</p>` }
}

const notForYou = sentencePage(
  'This page is not for your account',
  'You are signed in, but your account may not open this page. Ask whoever looks after accounts if it should.',
  403,
)

const foreignForm = sentencePage(
  'We could not do that',
  'The form did not come from a page that you have open here. Nothing was changed. Go back, reload the page and try again.',
  403,
)

function inFrame({ title, body }: ShownPage, signedIn: SignedIn, path: string): Page {
  return { title, breadcrumbs: home, body: betweenMenuAndFoot(body, signedIn, path) }
}

/** Texts among what came; whatever else came is left out. */
function textsOf(came: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(came)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
