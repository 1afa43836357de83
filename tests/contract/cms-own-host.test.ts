import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { photograph } from '../../cms/pictures/photograph.fixture.ts'
import { largestUpload } from '../../cms/pictures/picture-files.ts'
import { saving } from '../../cms/running-cms.fixture.ts'
import { type FaultCms, startFaultCms } from '../faults/fault-cms.ts'
import { createHelpdeskProcess, type HelpdeskProcess } from '../support/helpdesk-group.ts'
import { inside } from '../support/installation.ts'
import { type Nginx, startNginx } from '../support/nginx.ts'
import { freePort, freePorts, runToEnd } from '../support/server-process.ts'

/**
 * The site and the CMS as two programs at two hosts behind one nginx, as docs/nginx.conf.example says: a browser keeps what
 * belongs to each apart.
 */

let cms: FaultCms
let helpdesk: HelpdeskProcess
let nginx: Nginx
let folder: string
let site: string
let editor: string

beforeAll(async () => {
  const [own, ownCms, plain, sitePort, cmsPort] = await freePorts(5)
  site = `http://localhost:${own}`
  const cmsOrigin = `http://127.0.0.1:${ownCms}`
  const hosts = { PUBLIC_URL: site, CMS_ORIGIN: cmsOrigin, TRUST_PROXY: '1' }
  folder = mkdtempSync(join(tmpdir(), 'local-offer-hosts-'))
  const behind = { processes: [sitePort, sitePort, sitePort] as const, cms: cmsPort }
  nginx = await startNginx(folder, { own, ownCms, plain, ...behind })
  cms = await startFaultCms({ editors: 1, port: cmsPort, url: cmsOrigin, env: hosts })
  ;[editor = ''] = cms.editors
  const secret = 'a secret that stays the same after a crash'
  helpdesk = createHelpdeskProcess(sitePort, { ...hosts, DATA_DIR: cms.dataDir, AUTH_SECRET: secret })
  await helpdesk.start()
}, 120_000)

afterAll(async () => {
  await helpdesk.kill()
  await cms.stop()
  await nginx.stop()
  rmSync(folder, { recursive: true, force: true })
})

const look = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, redirect: 'manual' })

/** A form of the CMS, sent from a page of `origin`. */
const post = (path: string, origin: string, fields: Record<string, string>, cookie = '') =>
  fetch(`${cms.url}${path}`, {
    ...{ method: 'POST', headers: { origin, cookie }, redirect: 'manual' as const },
    body: new URLSearchParams(fields),
  })

/** What goes with all that changes something, sent from a page of `origin`. */
async function writing(origin = cms.url) {
  const me = await (await fetch(`${cms.url}/api/me`, { headers: { cookie: editor } })).json()
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(me)
  return { cookie: editor, origin, 'x-csrf-token': csrfToken }
}

/** One action of the editor’s protocol, sent from a page of `origin`. */
async function act(origin: string, action: string, params: object): Promise<number> {
  const headers = { ...(await writing(origin)), 'content-type': 'application/json' }
  const body = JSON.stringify({ action, params })
  return (await fetch(`${cms.url}/api/cms`, { method: 'POST', headers, body })).status
}

function mails(): string[] {
  const folder = join(cms.dataDir, 'mail')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', ''))
}

it('answers nothing of the CMS on the host of the site, and sends people on', async () => {
  for (const path of ['/admin/', '/my-services/club/?done=sent', '/drafts/', '/still-correct/?token=x']) {
    const answer = await look(`${site}${path}`, { cookie: editor })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${cms.url}${path}`])
  }
  expect((await look(`${site}/api/cms/config`, { cookie: editor })).status).toBe(404)
  const posted = await fetch(`${site}/api/cms`, { method: 'POST', headers: { origin: site }, body: '{}' })
  expect(posted.status).toBe(404)
})

it('has none of the site’s pages on its own host, but what its own pages are drawn with', async () => {
  for (const path of ['/', '/services/club/', '/chat/', '/desk/?a=b']) {
    const answer = await look(`${cms.url}${path}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${site}${path}`])
  }
  expect((await look(`${cms.url}/first.txt`)).status).toBe(200)
  expect((await look(`${cms.url}/api/nothing`)).status).toBe(404)
  // The frame of each page asks for it: no error in the browser, and no words.
  expect((await look(`${cms.url}/api/helpdesk-status`)).status).toBe(204)
  expect(await (await look(`${cms.url}/admin/`)).text()).toContain('The CMS')
  expect((await look(`${cms.url}/weekly-list/`, { cookie: editor })).status).toBe(200)
  const out = await look(`${cms.url}/my-services/`)
  expect(out.headers.get('location')).toBe('/sign-in/?next=%2Fmy-services%2F')
})

it('signs people in on the host of the CMS, with a cookie for that host alone', async () => {
  expect(mails().some((mail) => mail.includes(`${cms.url}/sign-in/confirm/`))).toBe(true)
  await inside({ dataDir: cms.dataDir, databaseUrl: undefined }, ({ accounts }) =>
    accounts.invite({
      email: 'own@example.org',
      name: 'O',
      grants: [{ role: 'editor', scope: { kind: 'area' } }],
    }),
  )
  await post('/sign-in/', cms.url, { email: 'own@example.org' })
  const token = await vi.waitUntil(
    () =>
      mails()
        .filter((mail) => mail.includes('own@example.org'))
        .map((mail) => /sign-in\/confirm\/\?token=([\w-]+)/.exec(mail)?.[1])
        .find(Boolean),
    30_000,
  )
  const opened = await post('/sign-in/confirm/', cms.url, { token })
  const session = opened.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? ''
  expect(session).toMatch(/HttpOnly/)
  expect(session).toMatch(/SameSite=Lax/)
  expect(session).not.toMatch(/Domain=/i)
  const cookie = session.split(';')[0] ?? ''
  expect((await look(`${cms.url}/weekly-list/`, { cookie })).status).toBe(200)
  expect((await post('/sign-in/', site, { email: 'own@example.org' })).status).toBe(403)
})

it('takes changes from its own pages alone, not from those of the site', async () => {
  const place = { path: 'services/club.md' }
  expect(await act(cms.url, 'getEntry', place)).toBe(200)
  expect(await act(site, 'getEntry', place)).toBe(403)
})

it('names its own host in letters', async () => {
  const email = 'club@example.org'
  const scope = { kind: 'provider', id: exampleService.provider } as const
  await inside({ dataDir: cms.dataDir, databaseUrl: undefined }, ({ accounts }) =>
    accounts.invite({ email, name: 'Club', grants: [{ role: 'provider', scope }] }),
  )
  expect(await act(cms.url, 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))).toBe(
    200,
  )
  const page = await (await fetch(`${cms.url}/drafts/services/club/`, { headers: { cookie: editor } })).text()
  const hidden = [...page.matchAll(/<input type="hidden" name="(csrf|seen)" value="([^"]+)">/g)]
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
  const note = { ...fields, do: 'note', text: 'Is the name right?' }
  expect((await post('/drafts/services/club/', cms.url, note, editor)).status).toBe(303)
  await vi.waitUntil(
    () => mails().some((mail) => mail.includes(email) && mail.includes(`${cms.url}/`)),
    30_000,
  )
  expect(mails().some((mail) => mail.includes(`${site}/`))).toBe(false)
})

it('takes pictures as large as it says, through the proxy, which refuses anything larger', async () => {
  const upload = async (body: Uint8Array<ArrayBuffer>) => {
    const headers = { ...(await writing()), 'content-type': 'image/jpeg' }
    const address = `${cms.url}/api/cms/pictures/${exampleService.provider}`
    const answer = await fetch(address, { method: 'POST', headers, body })
    return { status: answer.status, text: await answer.text() }
  }
  const taken = await upload(new Uint8Array(await photograph()))
  expect([taken.status, taken.text]).toEqual([200, expect.stringContaining('.webp')])
  const whole = await upload(new Uint8Array(largestUpload))
  expect([whole.status, whole.text]).toEqual([422, expect.stringContaining('picture')])
  expect((await upload(new Uint8Array(largestUpload + 1))).status).toBe(413)
  expect(await act(cms.url, 'getEntry', { path: 'x'.repeat(1_000_000) })).toBe(413)
})

it('says by itself that the CMS does not run just now, while the site goes on', async () => {
  await cms.kill(true)
  const answer = await look(`${cms.url}/my-services/`)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await answer.text()).toContain('The CMS is not working just now')
  expect((await look(`${site}/sign-in/`)).status).toBe(200)
  await cms.start()
  expect((await look(`${cms.url}/weekly-list/`, { cookie: editor })).status).toBe(200)
})

it('keeps its looser policy to its own host', async () => {
  const policyOf = async (url: string) => (await look(url)).headers.get('content-security-policy') ?? ''
  expect(await policyOf(`${cms.url}/admin/`)).toContain("'unsafe-eval'")
  expect(await policyOf(`${cms.url}/admin/`)).toContain(`connect-src 'self' ${cms.url.replace('http', 'ws')}`)
  expect(await policyOf(`${cms.url}/sign-in/`)).toContain(`form-action 'self' ${site};`)
  expect(await policyOf(`${cms.url}/sign-in/`)).not.toContain('unsafe')
  expect(await policyOf(`${site}/sign-in/`)).not.toContain('unsafe')
})

it('is not served by one process for both', async () => {
  const env = { DATA_DIR: join(cms.dataDir, 'other'), PORT: String(await freePort()) }
  const ended = await runToEnd({ ...env, CMS_ORIGIN: 'http://cms.example.org' })
  expect(ended.code).toBe(1)
  expect(ended.stderr).toContain(
    'CMS_ORIGIN is http://cms.example.org, but here everything runs in one process',
  )
})
