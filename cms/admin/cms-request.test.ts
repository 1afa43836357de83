import { afterEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { connectToCms } from './cms-request.ts'

afterEach(() => vi.unstubAllGlobals())

const ended: string[] = []
const ask = () =>
  connectToCms('token', () => ended.push('looked')).request('getEntry', {}, z.object({ data: z.string() }))
const answer = (body: string, status: number) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status }))

it('says in words what a server in front of the CMS answered with a page of its own', async () => {
  answer('<html><h1>502 Bad Gateway</h1></html>', 502)
  const gone =
    'The server does not answer at the moment. What is on this page stays as it is. Try again in a minute.'
  await expect(ask()).rejects.toMatchObject({ message: gone, status: 502 })
  answer('<html><h1>413 Request Entity Too Large</h1></html>', 413)
  await expect(ask()).rejects.toThrow('This is too much to be sent at once. Make it shorter.')
})

it('says in words that half an answer came, and shows no name of an error', async () => {
  answer('{"data": "Satur', 200)
  const failed: unknown = await ask().catch((error: unknown) => error)
  expect(String(failed)).toMatch(/^The server does not answer at the moment\./)
})

it('says in words that there is no connection, and shows no name of an error', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const failed: unknown = await ask().catch((error: unknown) => error)
  expect(String(failed)).toBe(
    'There is no connection to the server. What is on this page stays as it is. Try again in a minute.',
  )
})

it('shows what the server said when it refused, and where the person goes on', async () => {
  answer('{"error": "Name is missing.", "address": "/drafts/"}', 422)
  await expect(ask()).rejects.toMatchObject({ message: 'Name is missing.', address: '/drafts/' })
  expect(ended).toEqual([])
})

it('has the page look whether the session has ended when the server says so', async () => {
  answer('{"error": "Your sign-in has ended."}', 401)
  await expect(ask()).rejects.toThrow('Your sign-in has ended.')
  expect(ended).toEqual(['looked'])
})
