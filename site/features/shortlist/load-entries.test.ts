import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { entryOf, partOf } from './entry.ts'
import { isGone, loadEntries } from './load-entries.ts'

const closed = serviceRecord.schema.parse({
  ...exampleService,
  status: 'closed',
  notice: 'It has ended.',
  where: { places: [{ key: 'main', address: '2 High Road', town: 'Sale', postcode: 'M33 2UG' }] },
  contact: { telephone: '01632 960 014' },
})
const entry = entryOf('club', closed)
const answering = (address: unknown) =>
  Promise.resolve(
    address === `/shortlist/${partOf(entry.id)}.json`
      ? Response.json([entry])
      : new Response('', { status: 404 }),
  )

it('holds what a printed list needs, and that a service has closed', () => {
  expect(entry).toEqual({
    id: exampleService.id,
    name: 'Saturday club',
    href: '/services/club/',
    kindAndPlace: 'Club, Sale',
    closed: 'Closed for good. Its page says where to turn.',
    addresses: ['2 High Road, Sale, M33 2UG'],
    telephone: '01632 960 014',
    email: undefined,
    website: undefined,
  })
})

it('asks only for files by last digit, never for a service by itself', async () => {
  const asked: unknown[] = []
  const get = (address: unknown) => {
    asked.push(address)
    return answering(address)
  }
  const other = `${entry.id.slice(0, -2)}ff`
  const { entries, complete } = await loadEntries([entry.id, other], get)
  expect(asked).toEqual(['/shortlist/3.json', '/shortlist/f.json'])
  expect([...entries.keys()]).toEqual([entry.id])
  expect(complete).toBe(false)
})

it('knows that a service is gone when its file does not name it', async () => {
  const gone = `${entry.id.slice(0, -3)}993`
  const loaded = await loadEntries([gone], answering)
  expect(isGone(loaded, gone)).toBe(true)
  expect(isGone(loaded, entry.id)).toBe(false)
})

it('is incomplete, and never throws, when nothing can be loaded', async () => {
  const offline = () => Promise.reject(new TypeError('Failed to fetch'))
  expect((await loadEntries([entry.id], offline)).complete).toBe(false)
})
