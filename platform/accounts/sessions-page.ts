import type { FastifyInstance } from 'fastify'
import { type Html, html } from '../pages/html.ts'
import { instantInWords } from '../pages/instant-in-words.ts'
import { createStaffPageRoutes, csrfField } from '../pages/staff-page-routes.ts'
import type { AccountParts } from './account-parts.ts'
import { PeopleRefusal } from './people/people-deeds.ts'
import type { OpenSession } from './session-store.ts'

/** The page on which everybody sees where they are signed in, and ends what should not be. */
export function addSessionsPage(app: FastifyInstance, parts: AccountParts): void {
  const { sessionStore, deeds, config } = parts
  const routes = createStaffPageRoutes(app, parts, [])

  routes.get('/sessions/', async ({ signedIn, fields }) => {
    const sessions = await sessionStore.openOf(signedIn.accountId)
    const csrf = csrfField(signedIn)
    return {
      title: 'Where you are signed in',
      body: html`<h1>Where you are signed in</h1>
${fields['done'] !== undefined && html`<div class="notice notice--done" role="status"><p>Done. You are signed out there.</p></div>`}
<p>A session ends when you sign out, after ${config.sessionIdleMinutes} minutes in which you do nothing, and after 12 hours at the latest. We do not keep which device it is.</p>
${sessionList({ sessions, current: signedIn.sessionId, action: '/sessions/end/', csrf })}
${
  sessions.length > 1 &&
  html`<form method="post" action="/sessions/end-others/">${csrf}<button type="submit" class="govuk-button">Sign out everywhere else</button></form>`
}`,
    }
  })

  routes.post('/sessions/end/', async ({ signedIn, fields }) => {
    try {
      await deeds.endSession(signedIn.accountId, signedIn.accountId, fields['session'] ?? '')
    } catch (error) {
      // Somebody else's, or one that has ended meanwhile: the list shows what there is.
      if (!(error instanceof PeopleRefusal)) throw error
      return { goTo: '/sessions/' }
    }
    return { goTo: '/sessions/?done=ended' }
  })

  routes.post('/sessions/end-others/', async ({ signedIn }) => {
    await deeds.endOtherSessions(signedIn.accountId, signedIn.sessionId)
    return { goTo: '/sessions/?done=ended' }
  })
}

/** Open sessions, each with a button that ends it; the one that is used now says so instead. */
export function sessionList(view: {
  sessions: readonly OpenSession[]
  /** the session of whoever looks at the page */
  current: string
  action: string
  csrf: Html
}): Html {
  const { sessions, current, action, csrf } = view
  if (sessions.length === 0) return html`<p>Nowhere at the moment.</p>`
  return html`<ul class="people__roles">${sessions.map(({ id, openedAt, usedAt }) => {
    const opened = instantInWords(openedAt)
    return html`<li><span>Signed in ${opened}<br><span class="note">Last used ${instantInWords(usedAt)}</span></span>
${
  id === current
    ? html`<span><strong>This one, now</strong></span>`
    : html`<form method="post" action="${action}">${csrf}<input type="hidden" name="session" value="${id}"><button type="submit" class="govuk-button govuk-button--secondary">End this session<span class="govuk-visually-hidden"> of ${opened}</span></button></form>`
}</li>`
  })}</ul>`
}
