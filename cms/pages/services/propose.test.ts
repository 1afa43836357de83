import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { clubProvider, poolProvider } from '../../people.fixture.ts'
import { type RunningCms, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  cms.setDay('2027-09-01')
})

afterEach(() => cms.stop())

const here = '/my-services/new/'
const [route = ''] = exampleService.routes

/** The hidden fields of the form, as a browser would send them. */
async function openForm(person = 'provider'): Promise<Record<string, string>> {
  const { body } = await cms.get(person, here)
  const fields = [...body.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

const typed = {
  ...{ name: 'Sunday swim', summary: 'A quiet hour in the small pool.', kind: 'Swimming' },
  ...{ categories: 'clubs-activities', routes: route, do: 'send' },
}

it('makes a draft in review of what was typed, with its own address, and says what happens next', async () => {
  const before = cms.git('rev-parse', 'main')
  const form = await openForm()
  expect(form['provider']).toBe(clubProvider)
  const sent = await cms.post('provider', here, {
    ...{ ...form, ...typed, youngest: '5', oldest: '11', howIn: 'drop-in', delivery: 'in-person' },
    ...{ placeName: 'The baths', town: 'Sale', postcode: 'm332ug', telephone: '01632 960 014' },
    ...{ 'time-0-days': 'sunday', 'time-0-opens': '9am', 'time-0-closes': '10am' },
    description: 'The lights are low.',
  })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/my-services/sunday-swim/proposed/'])
  const text = cms.git('show', 'cms/services/sunday-swim:services/sunday-swim.md')
  expect(text).toContain(`id: ${form['id']}\nname: Sunday swim\n`)
  expect(text).toContain(`provider: ${clubProvider}`)
  expect(text).toContain('status: open')
  expect(text).toMatch(/youngest: 5\n {2}oldest: 11/)
  expect(text).toContain('postcode: M33 2UG')
  expect(text).toContain('opens: "09:00"')
  expect(text).toContain('lastChecked: "2027-09-01"\n  checkedBy: the provider')
  expect(text).toMatch(/kind: provider\n {2}source: The club/)
  expect(text).toMatch(/---\n\nThe lights are low\.$/)
  const place = { collection: 'services', slug: 'sunday-swim' }
  expect((await cms.ask('editor', 'unpublishedEntry', place)).body).toMatchObject({
    status: 'pending_review',
  })
  expect(cms.git('rev-parse', 'main')).toBe(before)
  expect(cms.deeds).toContainEqual(
    expect.objectContaining({ action: 'propose', subject: 'services/sunday-swim' }),
  )
  const next = await cms.get('provider', '/my-services/sunday-swim/proposed/')
  expect(next.body).toContain('“Sunday swim” is waiting for an editor.')
  expect(next.body).toContain('href="/drafts/services/sunday-swim/"')
  expect(next.body).toContain('href="/admin/#/collections/services/entries/sunday-swim"')
  expect((await cms.get('provider', '/my-services/')).body).toContain('Not on the site yet.')
})

it('leaves out what nobody sees of a text that was pasted', async () => {
  await cms.post('provider', here, {
    ...{ ...(await openForm()), ...typed, name: 'Sunday\u00a0\u200bswim' },
    description: 'Come early.\u000bThe lights\u00ad are low.',
  })
  const text = cms.git('show', 'cms/services/sunday-swim:services/sunday-swim.md')
  expect(text).toContain('name: Sunday swim\n')
  expect(text).toMatch(/---\n\nCome early\.\nThe lights are low\.$/)
})

it('makes one draft of a form that is sent twice, also at the same moment', async () => {
  const form = { ...(await openForm()), ...typed }
  const both = await Promise.all([cms.post('provider', here, form), cms.post('provider', here, form)])
  const again = await cms.post('provider', here, { ...form, name: 'Another name' })
  for (const sent of [...both, again])
    expect(sent.headers.location).toBe('/my-services/sunday-swim/proposed/')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual(['services/sunday-swim'])
})

it('gives a second service of the same name another address', async () => {
  await cms.post('provider', here, { ...(await openForm()), ...typed, name: 'Quiet swim' })
  const sent = await cms.post('provider', here, { ...(await openForm()), ...typed, name: 'Quiet swim' })
  expect(sent.headers.location).toBe('/my-services/quiet-swim-3/proposed/')
})

it('says what is wrong at each field, and keeps all that was typed', async () => {
  const wrong = await cms.post('provider', here, {
    ...{ ...(await openForm()), do: 'send', name: '', summary: 'Kept “so”.', postcode: 'nowhere' },
    ...{ youngest: 'five', howIn: 'self', telephone: '12', 'time-0-opens': 'late', description: 'Kept too.' },
  })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('<title>Error: Propose a service</title>')
  expect(wrong.body).toContain('<a href="#name">Name: write some text.</a>')
  expect(wrong.body).toContain('<a href="#categories">Categories: choose at least 1.</a>')
  expect(wrong.body).toContain('<a href="#routes">When things go wrong: choose at least 1.</a>')
  expect(wrong.body).toContain('<a href="#youngest">Youngest age: write a whole number from 0 to 25.</a>')
  expect(wrong.body).toContain('<a href="#postcode">Postcode: write a postcode such as M33 2UG')
  expect(wrong.body).toContain('<a href="#time-0-opens">Time 1. Opens: write a time')
  expect(wrong.body).toContain('<a href="#telephone">Telephone: write the number in groups')
  expect(wrong.body).toContain('value="Kept “so”."')
  expect(wrong.body).toContain('Kept too.</textarea>')
  expect(wrong.body).toContain('value="self" checked')
  expect(wrong.body).toContain('value="late"')
  const more = await cms.post('provider', here, { ...(await openForm()), ...typed, do: 'more' })
  expect(more.body).toContain('Time 2')
  expect(more.body).toContain('value="Sunday swim"')
  const hidden = await cms.post('provider', here, {
    ...{ ...(await openForm()), ...typed, confidential: 'yes', postcode: 'M33 2UG' },
  })
  expect(hidden.body).toContain(
    '<a href="#confidential">The address is confidential, so no place may be stored.',
  )
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
})

it('asks an editor, who may propose for everybody, whose service it is', async () => {
  const open = await cms.get('editor', here)
  expect(open.body).toContain(`<option value="${poolProvider}">The pool</option>`)
  const without = await cms.post('editor', here, {
    ...(await openForm('editor')),
    ...typed,
    csrf: 'token-of-editor',
  })
  expect(without.body).toContain('<a href="#provider">Provider: choose one from the list.</a>')
  const sent = await cms.post('editor', here, {
    ...{ ...(await openForm('editor')), ...typed, provider: poolProvider },
  })
  expect(sent.statusCode).toBe(303)
  expect(cms.git('show', 'cms/services/sunday-swim:services/sunday-swim.md')).toContain(
    'checkedBy: the council',
  )
  expect((await cms.get('provider', '/my-services/sunday-swim/proposed/')).statusCode).toBe(404)
})

it('keeps what was typed when the sign-in has ended, until the person is back', async () => {
  const form = { ...(await openForm()), ...typed }
  const ended = await cms.post('nobody', here, form)
  expect(ended.statusCode).toBe(401)
  expect(ended.body).toContain('<input type="hidden" name="name" value="Sunday swim">')
  const back = await cms.post('provider', here, { ...form, csrf: 'of the old session' })
  expect(back.statusCode).toBe(403)
  expect(back.body).toContain('value="Sunday swim"')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
})

it('is closed to other organisations, other roles, forms of other sites and ids of others', async () => {
  const form = { ...(await openForm()), ...typed }
  expect((await cms.post('provider', here, { ...form, provider: poolProvider })).statusCode).toBe(403)
  expect((await cms.post('provider', here, form, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await cms.get('navigator', here)).statusCode).toBe(403)
  expect((await cms.get('nobody', here)).headers.location).toBe('/sign-in/?next=%2Fmy-services%2Fnew%2F')
  await cms.post('provider', here, form)
  const stolen = { ...form, csrf: 'token-of-pool', provider: poolProvider }
  expect((await cms.post('pool', here, stolen)).statusCode).toBe(422)
  expect((await cms.post('provider', here, { ...form, id: '../x' })).statusCode).toBe(422)
  expect((await cms.post('provider', here, { ...form, id: clubProvider })).statusCode).toBe(422)
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual(['services/sunday-swim'])
})

it('is no way to bury editors under proposals: what is one too many stays in the form', async () => {
  const form = await openForm()
  for (let time = 0; time < 30; time += 1) await cms.post('provider', here, { ...form, do: 'send' })
  const late = await cms.post('provider', here, { ...form, ...typed })
  expect(late.statusCode).toBe(429)
  expect(late.body).toContain('Wait an hour')
  expect(late.body).toContain('value="Sunday swim"')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
})
