import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'

/**
 * Signs somebody who has an account in, as people do: a form, a link by email, a button. Gives the link's secret and the
 * cookies that keep them signed in.
 *
 * @param options.dataDir where the program leaves its mail
 * @param options.headers sent with each request, beside the origin
 */
export async function signInByLink(options: {
  url: string
  email: string
  dataDir: string
  headers?: Readonly<Record<string, string>>
}): Promise<{ token: string; cookie: string }> {
  const { url, email, dataDir } = options
  const headers = { ...options.headers, origin: url }
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(`${url}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })

  await post('/sign-in/', { email })
  const token = await vi.waitFor(() => mailedToken(join(dataDir, 'mail'), email), { timeout: 60_000 })
  await fetch(`${url}/sign-in/confirm/?token=${encodeURIComponent(token)}`, { headers })
  const opened = await post('/sign-in/confirm/', { token })
  const cookies = opened.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { token, cookie: cookies.join('; ') }
}

function mailedToken(mail: string, email: string): string {
  const complete = readdirSync(mail).filter((name) => name.endsWith('.eml'))
  const texts = complete
    .map((name) => readFileSync(join(mail, name), 'utf8'))
    .filter((text) => text.includes(email))
  const token = texts.map((text) => /\/sign-in\/confirm\/\?token=([^\s&]+)/.exec(text)?.[1]).find(Boolean)
  if (!token) throw new Error('No link to sign in has come yet')
  return decodeURIComponent(token)
}
