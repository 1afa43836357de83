import type { FastifyInstance } from 'fastify'
import type { RunningCms } from './running-cms-handle.fixture.ts'

/** How people of a test ask the CMS for something: the person is who the cookie names. */
export function requestsTo(
  app: FastifyInstance,
  url: string,
): Pick<RunningCms, 'get' | 'post' | 'ask' | 'upload'> {
  return {
    get: (person, path) => app.inject({ url: path, headers: { cookie: `person=${person}` } }),
    post: (person, path, fields, headers = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: {
          ...{ cookie: `person=${person}`, origin: url, ...headers },
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(fields).toString(),
      }),
    async ask(person, action, params = {}) {
      const reply = await app.inject({
        method: 'POST',
        url: '/api/cms',
        headers: { cookie: `person=${person}`, origin: url, 'x-csrf-token': `token-of-${person}` },
        payload: { action, params },
      })
      return { status: reply.statusCode, body: reply.json() }
    },
    async upload(person, provider, picture, headers = {}) {
      const reply = await app.inject({
        method: 'POST',
        url: `/api/cms/pictures/${provider}`,
        headers: {
          ...{ cookie: `person=${person}`, origin: url, 'x-csrf-token': `token-of-${person}` },
          ...{ 'content-type': 'image/jpeg', ...headers },
        },
        payload: Buffer.from(picture),
      })
      return { status: reply.statusCode, body: reply.json() }
    },
  }
}
