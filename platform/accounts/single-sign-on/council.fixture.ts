import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from '../../../tests/support/server-process.ts'
import type { SingleSignOnConfig } from '../../config.ts'
import { type Installation, publicUrl } from '../accounts.fixture.ts'
import { callbackPath } from './single-sign-on.ts'

/** What the council's provider says about somebody, by their name there. */
export type Known = Readonly<Record<string, { email: string; email_verified?: boolean }>>

/** A real identity provider on this machine, which can be started and stopped; at first it is down. */
export async function createCouncil(known: Known) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const config: SingleSignOnConfig = {
    ...{
      issuer,
      clientId: 'local-offer',
      clientSecret: 'a secret: with/odd signs',
      name: 'your council account',
    },
    trustsEmail: false,
  }
  let server: Server | undefined
  return {
    config,
    issuer,
    async start() {
      const provider = createProvider(config, known)
      server = createServer(provider.callback())
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    async stop() {
      server?.closeAllConnections()
      server?.close()
      if (server?.listening) await once(server, 'close')
      server = undefined
    },
  }
}

function createProvider({ issuer, clientId, clientSecret }: SingleSignOnConfig, known: Known): Provider {
  return new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [`${publicUrl}${callbackPath}`] },
    ],
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    async findAccount(_context, id) {
      const facts = known[id]
      return facts && { accountId: id, claims: async () => ({ sub: id, ...facts }) }
    },
    // The council has agreed for its staff: nobody is asked what we may know.
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId
      if (accountId === undefined) return undefined
      const grant = new oidc.provider.Grant({ clientId, accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
}

/** A browser that goes from page to page, on our site and at the provider, and keeps the cookies of both. */
export function createBrowser(site: Installation) {
  const jars = new Map<string, Map<string, string>>()

  function keep(host: string, lines: readonly string[]): void {
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const cookieOf = (host: string) =>
    [...(jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')

  async function ask(url: URL, form?: Record<string, string>): Promise<Shown> {
    const cookie = cookieOf(url.host)
    if (url.origin === publicUrl) {
      const { statusCode, headers, body, cookies } = await site.app.inject({
        url: url.pathname + url.search,
        headers: { cookie },
      })
      const lines = [headers['set-cookie'] ?? []].flat()
      keep(url.host, cookies.length > 0 ? lines : [])
      return { url, status: statusCode, location: headers.location?.toString(), body }
    }
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      ...(form && { body: new URLSearchParams(form) }),
      headers: { cookie },
      redirect: 'manual',
    })
    keep(url.host, answer.headers.getSetCookie())
    return {
      ...{ url, status: answer.status, body: await answer.text() },
      location: answer.headers.get('location') ?? undefined,
    }
  }

  /** Opens an address and follows where it leads until there is a page, or until `isThere` says so. */
  async function open(
    address: string,
    isThere: (url: URL) => boolean = () => false,
    form?: Record<string, string>,
  ): Promise<Shown> {
    let shown = await ask(new URL(address, publicUrl), form)
    while (shown.location !== undefined) {
      const next = new URL(shown.location, shown.url)
      if (isThere(next)) return { ...shown, url: next }
      shown = await ask(next)
    }
    return shown
  }

  return {
    open,
    ask,
    cookie: () => cookieOf(new URL(publicUrl).host),
    /** Presses the button of the sign-in page and signs in at the provider; gives the address that leads back. */
    async signInAtCouncil(login: string, from = '/sign-in/council/'): Promise<URL> {
      const page = await open(from)
      const action = /action="([^"]+)"/.exec(page.body)?.[1]
      if (action === undefined)
        throw new Error(`no form to sign in with: ${page.status} ${page.body.slice(0, 200)}`)
      const isBack = (url: URL) => url.origin === publicUrl
      return (await open(action, isBack, { prompt: 'login', login, password: 'any' })).url
    },
  }
}

interface Shown {
  url: URL
  status: number
  location: string | undefined
  body: string
}
