import { createServer, type RequestListener } from 'node:http'

/** A server on loopback, for one test. */
export interface TestServer {
  readonly address: string
  close(): Promise<void>
}

/** Starts a server on a free port. */
export async function startServer(answer: RequestListener): Promise<TestServer> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A service as a feed gives it. */
export type FedService = Readonly<Record<string, unknown>> & { readonly id: string }

/**
 * A feed of Open Referral in pages of two, in the form of version 3 or of version 1. `services` is asked at every
 * request, so that a test can change what the source says. List items leave their collections out.
 */
export function startFeed(version: 1 | 3, services: () => readonly FedService[]): Promise<TestServer> {
  return startServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://feed.invalid')
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const [, list, id] = pathname.split('/')
    if (list === '') return reply(200, { version: 'HSDS-UK-3.0' })
    if (list !== 'services') return reply(404, {})
    if (id !== undefined) {
      const service = services().find((each) => each.id === decodeURIComponent(id))
      return service === undefined ? reply(404, {}) : reply(200, service)
    }
    return reply(200, pageOf(version, services(), Number(searchParams.get('page') ?? 1)))
  })
}

const perPage = 2

function pageOf(version: 1 | 3, services: readonly FedService[], page: number): object {
  const items = services.slice((page - 1) * perPage, page * perPage).map(withoutCollections)
  const pages = Math.ceil(services.length / perPage)
  return version === 3
    ? {
        total_items: services.length,
        total_pages: pages,
        page_number: page,
        size: items.length,
        contents: items,
      }
    : { totalElements: services.length, totalPages: pages, number: page, size: items.length, content: items }
}

function withoutCollections(service: FedService): object {
  return Object.fromEntries(Object.entries(service).filter(([, value]) => !Array.isArray(value)))
}

const provider = {
  id: '5f0d2c7e-1f8a-4d5c-9a53-1f0d7c3f5b01',
  name: 'Example Club Trust',
  description: '<p>A charity that runs clubs.</p>',
  url: 'example.org/trust',
  email: 'none@noemail.invalid',
}

/** A swimming club in the form of version 3. */
export const swimming: FedService = {
  id: '5f0d2c7e-1f8a-4d5c-9a53-1f0d7c3f5b02',
  name: 'Swimming &amp; play',
  description:
    '<p>Swimming for <b>children</b>.</p><ul><li>Warm pool</li><li>Hoist</li></ul><script>alert(1)</script><p>See <a href="https://example.org/pool">our page</a>.</p>',
  url: 'https://example.org/swimming',
  email: 'swimming@example.org',
  status: 'active',
  fees: 'Free',
  minimum_age: -1,
  maximum_age: 18,
  assured_date: '2026-09-01T00:00:00Z',
  organization: provider,
  contacts: [{ id: 'c', name: 'A person', phones: [{ id: 'p', number: '0161-912-2122' }] }],
  schedules: [{ id: 's', freq: 'WEEKLY', byday: 'MO,1WE', opens_at: '16:00:00', closes_at: '17:30:00' }],
  service_at_locations: [
    {
      id: 'sal',
      location: {
        id: '5f0d2c7e-1f8a-4d5c-9a53-1f0d7c3f5b03',
        name: 'The pool',
        latitude: 53.4,
        longitude: -2.3,
        addresses: [{ address_1: '1 Example Road', city: 'Sale', postal_code: 'm332ug' }],
      },
    },
  ],
  cost_options: [{ id: 'cost', option: 'Towel', amount: 1.5 }],
  attributes: [
    { id: 'a', taxonomy_term: { id: 't', name: 'Swimming' } },
    { id: 'b', taxonomy_term: { id: 'u', name: 'Autism' } },
  ],
}

/** A nursery in the form of version 1. */
export const nursery: FedService = {
  id: '17',
  name: 'Nursery',
  description: 'A nursery.\n\nOpen all year.',
  status: 'active',
  organization: { id: '9', name: 'Example Nursery', url: 'https://example.org/nursery' },
  contacts: [{ phones: [{ number: '0161 912 2123' }] }],
  eligibilitys: [{ eligibility: 'Children who live here', minimum_age: 0, maximum_age: 4 }],
  regular_schedules: [{ byday: 'FR', opens_at: '09:00', closes_at: '12:00' }],
  service_at_locations: [
    {
      location: {
        name: 'House',
        physical_addresses: [{ address_1: '2 Example Road', postal_code: 'M33 2UG' }],
      },
    },
  ],
  service_taxonomys: [{ taxonomy: { id: 'x', name: 'Nurseries', vocabulary: 'local' } }],
}
