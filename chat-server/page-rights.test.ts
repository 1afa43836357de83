import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Role, roles } from '#platform/accounts/grants.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

/** Who may open each plain page of the desk, or send its form. A new route must get its line here. */
const rights: Readonly<Record<string, readonly Role[]>> = {
  ...rows(['navigator', 'lead', 'officer'], ['GET /desk/log/', 'POST /desk/log/']),
  ...rows(
    ['navigator', 'lead'],
    ['GET /desk/paper/', 'GET /desk/paper/:id/', 'POST /desk/paper/:id/posted/'],
  ),
  ...rows(
    ['lead'],
    [
      'GET /desk/privacy/',
      ...both('/desk/privacy/copy/'),
      ...both('/desk/privacy/find/'),
      ...both('/desk/privacy/remove/'),
      ...both('/desk/privacy/removed/'),
    ],
  ),
  ...rows(
    ['navigator', 'lead'],
    [
      'GET /desk/replies/',
      ...both('/desk/replies/new/'),
      ...both('/desk/replies/:id/'),
      'POST /desk/replies/:id/remove/',
      'POST /desk/replies/:id/restore/',
    ],
  ),
  ...rows(['lead', 'officer'], ['GET /desk/reports/', 'GET /desk/reports/csv/']),
  // A task is ended by who asked for it, and by editors, officers and leads.
  ...rows(
    ['navigator', 'lead', 'officer', 'editor'],
    [...both('/desk/tasks/'), 'POST /desk/tasks/:id/done/'],
  ),
  ...rows(
    ['navigator', 'lead', 'officer'],
    [
      ...['GET /desk/themes/', 'GET /desk/themes/:id/'],
      ...['POST /desk/themes/gather/', 'POST /desk/themes/:id/close/'],
    ],
  ),
}

describeOnBothEngines('the table of rights over the desk’s pages', (databases) => {
  let helpdesk: TestHelpdesk
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  })
  afterEach(() => helpdesk.stop())

  const routes = () =>
    helpdesk.routes.filter(({ method, url }) => url.startsWith('/desk/') && method !== 'HEAD')
  const nameOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`

  it('has a line for each route there is', () => {
    expect(routes().map(nameOf).toSorted()).toEqual(Object.keys(rights).toSorted())
  })

  it.each(roles)('holds for a %s', async (role) => {
    const reader = readerOfPages(helpdesk, 'Robin', role)
    const allowed: string[] = []
    for (const route of routes()) {
      const path = route.url.replaceAll(/:\w+/g, randomUUID())
      const { status } = await (route.method === 'GET' ? reader.get(path) : reader.post(path, {}))
      expect(status, nameOf(route)).toBeLessThan(500)
      if (status !== 403) allowed.push(nameOf(route))
    }
    const expected = Object.keys(rights).filter((name) => rights[name]?.includes(role))
    expect(allowed.toSorted()).toEqual(expected.toSorted())
  })

  it('sends whoever is not signed in to sign in, and takes no form from elsewhere', async () => {
    const lead = readerOfPages(helpdesk, 'Lee', 'lead')
    for (const route of routes()) {
      const path = route.url.replaceAll(/:\w+/g, randomUUID())
      const { method } = route
      const stranger = await fetch(`${helpdesk.address}${path}`, { method, redirect: 'manual' })
      expect(stranger.headers.get('location'), nameOf(route)).toMatch(/^\/sign-in\/\?next=/)
      if (method === 'GET') continue
      const forged = await lead.post(path, {}, 'made up')
      expect(forged, nameOf(route)).toMatchObject({ status: 403 })
      expect(forged.page).toMatch(/did not come from a page|not for your account/)
    }
  })
})

function rows(allowed: readonly Role[], routes: readonly string[]): Record<string, readonly Role[]> {
  return Object.fromEntries(routes.map((route) => [route, allowed]))
}

function both(path: string): string[] {
  return [`GET ${path}`, `POST ${path}`]
}
