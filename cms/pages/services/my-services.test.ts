import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../../people.fixture.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms({ more: { both: morePeople['both'] ?? [] } })
  cms.setDay('2027-09-01')
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/my-services/club/'

/** The hidden fields of the form that sends to an address, as a browser would send them. */
function hiddenIn(body: string, action: string): Record<string, string> {
  const form = body.split('<form ').find((part) => part.includes(`action="${action}"`)) ?? ''
  const fields = [...form.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

async function openForm(person = 'provider') {
  return hiddenIn((await cms.get(person, here)).body, here)
}

const monday = { 'time-0-days': 'monday', 'time-0-opens': '9am', 'time-0-closes': '5:30pm' }
const send = { do: 'send' }

it('lists a provider’s own services with what is overdue, what is missing and what waits', async () => {
  const fresh = await cms.get('provider', '/my-services/')
  expect(fresh.body).toContain('Nothing is overdue.')
  expect(fresh.body).toContain('<a href="/my-services/club/">Saturday club</a>')
  expect(fresh.body).not.toContain('Quiet swim')
  expect(fresh.body).toContain('<li>how to contact it</li>')
  cms.setDay('2027-10-02')
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  const late = await cms.get('provider', '/my-services/')
  expect(late.body).toContain('One of them is overdue')
  expect(late.body).toContain('The check was due on 1 October 2027.')
  expect(late.body).toContain('A change was begun and not sent to an editor yet.')
  expect((await cms.get('nobody', '/my-services/')).headers.location).toBe('/sign-in/?next=%2Fmy-services%2F')
  expect((await cms.get('navigator', '/my-services/')).statusCode).toBe(403)
  expect((await cms.get('editor', '/my-services/')).headers.location).toBe('/weekly-list/')
})

it('puts what is overdue first, for somebody with two organisations too', async () => {
  cms.setDay('2027-10-02')
  const form = hiddenIn((await cms.get('editor', here)).body, `${here}still-correct/`)
  await cms.post('editor', `${here}still-correct/`, form)
  const { body } = await cms.get('both', '/my-services/')
  expect(body).toMatch(/Quiet swim[\s\S]*Run by The pool[\s\S]*Overdue[\s\S]*Saturday club/)
})

it('takes times and contact as people write them, and sends them to an editor', async () => {
  const before = cms.git('rev-parse', 'main')
  const more = await cms.post('provider', here, {
    ...(await openForm()),
    do: 'more',
    telephone: '01632 960 9',
  })
  expect(more.body).toContain('name="telephone" type="tel" autocomplete="off" value="01632 960 9"')
  const form = hiddenIn(more.body, here)
  const sent = await cms.post('provider', here, {
    ...{ ...form, ...monday, ...send, telephone: '01632  960 014', website: 'example.org/club' },
  })
  expect(sent.statusCode).toBe(303)
  expect(sent.headers.location).toBe(`${here}?done=sent`)
  expect((await cms.get('provider', `${here}?done=sent`)).body).toContain('An editor looks at your change.')
  expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({ status: 'pending_review' })
  const text = cms.git('show', 'cms/services/club:services/club.md')
  expect(text).toMatch(/days:\n {8}- monday\n {6}opens: "09:00"\n {6}closes: "17:30"/)
  expect(text).toContain('telephone: 01632 960 014')
  expect(text).toContain('website: https://example.org/club')
  expect(cms.git('rev-parse', 'main')).toBe(before)
  expect(cms.git('log', '-1', '--format=%an <%ae>', 'cms/services/club')).toBe(
    'provider <account-provider@accounts.invalid>',
  )
})

it('says to an editor that their change goes to review, and of a new service that it is not on the site', async () => {
  const { body } = await cms.get('editor', here)
  expect(body).not.toContain('Send to an editor')
  expect(body.match(/value="send"[^>]*>Put it in review</g)).toHaveLength(2)
  expect(body).toContain('It goes to review, and you can publish it there. Until then families see the page')
  const form = { ...(await openForm('editor')), ...send, csrf: 'token-of-editor', telephone: '01632 960 014' }
  expect((await cms.post('editor', here, form)).headers.location).toBe(`${here}?done=sent`)
  expect((await cms.get('editor', `${here}?done=sent`)).body).toContain('Your change is in review. You can')

  const fields = { ...exampleService, id: '0f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c77', name: 'Sunday swim' }
  await cms.ask('provider', 'persistEntry', saving('sunday-swim', fields, { newEntry: true }))
  const fresh = (await cms.get('provider', '/my-services/sunday-swim/?done=sent')).body
  expect(fresh.split('Until then it is not on the site.')).toHaveLength(3)
  expect(fresh).not.toContain('Until then families see')
})

it('says what is wrong at its field with the sentence of the CMS, and keeps what was typed', async () => {
  const form = { ...(await openForm()), times: '1', ...monday, ...send }
  const wrong = await cms.post('provider', here, { ...form, 'time-0-opens': 'late', telephone: '12' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('<title>Error: Saturday club</title>')
  expect(wrong.body).toContain(
    '<a href="#time-0-opens">Time 1. Opens: write a time such as 09:00 or 17:30.</a>',
  )
  expect(wrong.body).toContain('<a href="#telephone">Telephone: write the number in groups, starting with 0')
  expect(wrong.body).toContain('value="late"')
  const swapped = await cms.post('provider', here, { ...form, 'time-0-opens': '6pm' })
  expect(swapped.body).toContain('<a href="#time-0-closes">Time 1. It closes at 5:30pm but opens at 6pm.')
  const { 'time-0-days': _, ...noDays } = form
  const dayless = await cms.post('provider', here, noDays)
  expect(dayless.body).toContain('<a href="#time-0-days">Time 1. Days: choose at least 1.')
  expect(dayless.body).toContain('id="time-0-days"')
  const same = await cms.post('provider', here, { ...(await openForm()), ...send })
  expect(same.body).toContain('You have changed nothing yet.')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
})

it('keeps what somebody else changed meanwhile in other fields, and says so', async () => {
  const form = { ...(await openForm()), ...send, telephone: '01632 960 014' }
  const contact = { email: 'new@example.org' }
  await cms.ask('editor', 'persistEntry', saving('club', { ...exampleService, contact }))
  const sent = await cms.post('provider', here, form)
  expect(sent.headers.location).toBe(`${here}?done=together`)
  const page = await cms.get('provider', `${here}?done=together`)
  expect(page.body).toContain('Somebody else had changed other parts meanwhile. Both changes are kept')
  const text = cms.git('show', 'cms/services/club:services/club.md')
  expect(text).toContain('telephone: 01632 960 014')
  expect(text).toContain('email: new@example.org')
})

it('leaves the choice to a person who typed into a field that somebody else has changed meanwhile, and loses nothing', async () => {
  const form = { ...(await openForm()), ...send, telephone: '01632 960 014' }
  const contact = { telephone: '01632 960 099' }
  await cms.ask('editor', 'persistEntry', saving('club', { ...exampleService, contact }))
  const sent = await cms.post('provider', here, form)
  expect(sent.headers.location).toMatch(/^\/drafts\/services\/club\/choose\/\?kept=[0-9a-f]{40}$/)
  expect(cms.git('show', 'cms/services/club:services/club.md')).toContain('01632 960 099')
  expect(
    cms.git(
      'show',
      'refs/cms/kept/account-provider/services/club/'.concat(
        String(sent.headers.location).slice(-40),
        ':services/club.md',
      ),
    ),
  ).toContain('01632 960 014')
})

it('confirms a service at once, with one button', async () => {
  const action = `${here}still-correct/`
  const form = hiddenIn((await cms.get('provider', here)).body, action)
  const confirmed = await cms.post('provider', action, form)
  expect(confirmed.headers.location).toBe(`${here}?done=confirmed`)
  expect(cms.git('show', 'main:services/club.md')).toContain('lastChecked: "2027-09-01"')
  expect(cms.published).toEqual([cms.git('rev-parse', 'main')])
  expect((await cms.post('provider', action, form)).statusCode).toBe(409)
})

it('keeps what was typed when the sign-in has ended, until the person is back', async () => {
  const typed = { ...(await openForm()), times: '1', ...monday, ...send, notes: 'Closed on “Mondays”.' }
  const ended = await cms.post('nobody', here, typed)
  expect(ended.statusCode).toBe(401)
  const kept = { ...hiddenIn(ended.body, here), csrf: 'of the old session' }
  expect(kept).toMatchObject({ ...typed, csrf: kept.csrf })
  const back = await cms.post('provider', here, kept)
  expect(back.statusCode).toBe(403)
  expect(back.body).toContain('Closed on “Mondays”.')
  expect(back.body).toContain('value="5:30pm"')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
  const again = { ...typed, ...hiddenIn(back.body, here) }
  expect((await cms.post('provider', here, again)).statusCode).toBe(303)
})

it('is closed to everybody else’s services, to forms of other sites and to made-up addresses', async () => {
  const form: Record<string, string> = { ...(await openForm()), ...send, telephone: '01632 960 014' }
  expect((await cms.get('pool', here)).statusCode).toBe(404)
  expect((await cms.post('pool', here, { ...form, csrf: 'token-of-pool' })).statusCode).toBe(404)
  const confirm = { csrf: 'token-of-pool', seen: form['seen'] ?? '' }
  expect((await cms.post('pool', `${here}still-correct/`, confirm)).statusCode).toBe(403)
  expect((await cms.post('navigator', here, form)).statusCode).toBe(403)
  expect((await cms.post('provider', here, form, { origin: 'https://evil.example' })).statusCode).toBe(403)
  const withoutToken = { ...confirm, csrf: '' }
  expect((await cms.post('provider', `${here}still-correct/`, withoutToken)).statusCode).toBe(403)
  expect((await cms.get('provider', '/my-services/..%2farea/')).statusCode).toBe(400)
  expect((await cms.get('provider', '/my-services/nothing/')).statusCode).toBe(404)
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
  expect(cms.published).toEqual([])
})
