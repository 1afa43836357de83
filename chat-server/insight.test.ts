import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('gaps, points and tasks for editors', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  async function start() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { conversation } = await helpdesk.start({ name: 'Kim Lee' })
    const sam = await helpdesk.navigator('Sam')
    return { sam, conversationId: conversation.id }
  }
  const mark = (conversationId: string, words: string) => ({
    ...{ clientMarkId: randomUUID(), conversationId, seq: null, words, lookedAgain: false },
  })
  const task = (conversationId: string | null, words: string) => ({
    ...{ clientTaskId: randomUUID(), kind: 'wrong-record' as const, path: '/services/sale-swimming/' },
    ...{ conversationId, words, lookedAgain: false },
  })

  it('count what nobody could find by need, age and area, each press once', async () => {
    const { sam, conversationId } = await start()
    const gap = {
      clientGapId: randomUUID(),
      conversationId,
      need: 'autism',
      age: 7,
      area: 'Sale',
      words: 'football',
    }
    await sam.emitWithAck('gap:add', gap)
    await sam.emitWithAck('gap:add', gap)
    await sam.emitWithAck('gap:add', {
      ...gap,
      clientGapId: randomUUID(),
      area: 'sale',
      age: null,
      conversationId: null,
    })
    const { page } = await readerOfPages(helpdesk, 'Oda', 'officer').get('/desk/themes/')
    expect(page).toContain('2 gaps noted.')
    expect(page).toContain('<th scope="row">Autism</th><td>2</td>')
    expect(page).toContain('<th scope="row">5 to 10</th><td>1</td>')
    expect(page).toContain('<td>2</td></tr></tbody>')
    const unknown = { ...gap, clientGapId: randomUUID(), need: 'astrology' }
    expect(await sam.emitWithAck('gap:add', unknown)).toMatchObject({
      ok: false,
      message: 'Choose a need from the list.',
    })
  })

  it('ask to look again at what was looked for and where, too', async () => {
    const { sam, conversationId } = await start()
    const gap = {
      clientGapId: randomUUID(),
      conversationId,
      need: null,
      age: 7,
      area: 'Sale',
      words: 'football',
    }
    for (const told of [{ words: 'Kim wants football' }, { area: 'M33 2UG' }, { words: 'kim@example.org' }])
      expect(await sam.emitWithAck('gap:add', { ...gap, ...told })).toMatchObject({
        ...{ ok: false, code: 'invalid' },
        message: expect.stringContaining('Take out whatever tells who somebody is.'),
      })
    const lookedAgain = { ...gap, words: 'Kim wants football', lookedAgain: true }
    expect(await sam.emitWithAck('gap:add', lookedAgain)).toEqual({ ok: true })
  })

  it('ask to look again when words seem to tell who a family is, and believe the second time', async () => {
    const { sam, conversationId } = await start()
    const signs = [
      ['Ring kim@example.org', 'an email address'],
      ['Ring 01632 960 001', 'a telephone number'],
      ['They live in M33 2UG', 'a postcode'],
      ['Kim waits too long', 'the name “Kim”'],
    ] as const
    for (const [words, sign] of signs) {
      const refused = await sam.emitWithAck('mark:add', mark(conversationId, words))
      expect(refused).toMatchObject({ ok: false, code: 'invalid' })
      expect(refused.ok ? '' : refused.message).toContain(sign)
      expect(await sam.emitWithAck('task:add', task(conversationId, words))).toMatchObject({ ok: false })
    }
    const again = {
      ...task(conversationId, 'The kim@example.org there is the club’s own'),
      lookedAgain: true,
    }
    expect(await sam.emitWithAck('task:add', again)).toMatchObject({ ok: true })
  })

  it('gather points into themes, counted, and closed at last', async () => {
    const { sam, conversationId } = await start()
    await sam.emitWithAck('mark:add', mark(conversationId, 'The wait for speech therapy is long.'))
    await sam.emitWithAck('mark:add', mark(conversationId, 'Letters are hard to read.'))
    const oda = readerOfPages(helpdesk, 'Oda', 'officer')
    const first = (await oda.get('/desk/themes/')).page
    expect(first).toContain('2 points.')
    expect(first).toContain('Letters are hard to read.')
    const ids = [...first.matchAll(/name="mark" value="([^"]+)"/g)].map((found) => found[1] ?? '')
    for (const id of ids) await oda.post('/desk/themes/gather/', { mark: id, title: 'Waiting' })
    const gathered = (await oda.get('/desk/themes/')).page
    expect(gathered).toContain('Waiting</a> · 2 points')
    const theme = /\/desk\/themes\/([\w-]+)\/">Waiting/.exec(gathered)?.[1] ?? ''
    expect((await oda.get(`/desk/themes/${theme}/`)).page).toContain('The wait for speech therapy is long.')
    await oda.post('/desk/themes/gather/', { mark: ids[0] ?? '', out: 'yes' })
    expect((await oda.get('/desk/themes/')).page).toContain('Waiting</a> · 1 point<')
    await oda.post(`/desk/themes/${theme}/close/`, {})
    expect((await oda.get('/desk/themes/')).page).toContain('There are no themes yet.')
    const late = await oda.post('/desk/themes/gather/', { mark: ids[0] ?? '', theme })
    expect(late.page).toContain('This theme is not open any more.')
    expect((await oda.post('/desk/themes/gather/', { mark: ids[0] ?? '' })).status).toBe(400)
  })

  it('show words from a conversation that a concern holds to those who may read it, and count them for all', async () => {
    const { sam, conversationId } = await start()
    await sam.emitWithAck('conversation:claim', { conversationId })
    await sam.emitWithAck('mark:add', mark(conversationId, 'Nobody believed them.'))
    const gap = {
      clientGapId: randomUUID(),
      conversationId,
      need: null,
      age: null,
      area: null,
      words: 'a refuge',
    }
    await sam.emitWithAck('gap:add', gap)
    await sam.emitWithAck('concern:raise', {
      ...{ clientConcernId: randomUUID(), conversationId, about: 'child', reason: 'A worry.' },
    })
    const officer = (await readerOfPages(helpdesk, 'Oda', 'officer').get('/desk/themes/')).page
    expect(officer).toContain('1 point.')
    expect(officer).toContain('1 gap noted.')
    expect(officer).not.toContain('Nobody believed them.')
    expect(officer).not.toContain('a refuge')
    const lead = (await readerOfPages(helpdesk, 'Lee', 'lead').get('/desk/themes/')).page
    expect(lead).toContain('Nobody believed them.')
    expect(lead).toContain('a refuge')
  })

  it('give editors the page, the record and the words, nothing of the conversation, and keep what came of it', async () => {
    const { sam, conversationId } = await start()
    const wrong = task(conversationId, 'The club has moved. Suggest: “Meets at the library”.')
    await sam.emitWithAck('task:add', wrong)
    await sam.emitWithAck('task:add', wrong)
    const eve = readerOfPages(helpdesk, 'Eve', 'editor')
    const { page } = await eve.get('/desk/tasks/')
    expect(page).toContain('1 task to do, 0 done.')
    expect(page).toContain('The club has moved.')
    expect(page).toContain('href="/admin/#/collections/services/entries/sale-swimming"')
    expect(page).not.toContain('Kim')
    const id = /\/desk\/tasks\/([\w-]+)\/done\//.exec(page)?.[1] ?? ''
    expect((await eve.post(`/desk/tasks/${id}/done/`, { outcome: ' ' })).page).toContain(
      'Write what came of it',
    )
    await eve.post(`/desk/tasks/${id}/done/`, { outcome: 'Address changed.' })
    const after = (await eve.get('/desk/tasks/')).page
    expect(after).toContain('0 tasks to do, 1 done.')
    expect(after).toContain('Address changed.')
    expect((await eve.get('/desk/themes/')).status).toBe(403)
  })

  it('let a navigator end only the tasks that they asked for', async () => {
    const { sam } = await start()
    await sam.emitWithAck('task:add', task(null, 'The link is dead.'))
    const alex = readerOfPages(helpdesk, 'Alex', 'navigator')
    const own = readerOfPages(helpdesk, 'Sam', 'navigator')
    expect((await alex.get('/desk/tasks/')).page).not.toContain('It is done')
    const id = /\/desk\/tasks\/([\w-]+)\/done\//.exec((await own.get('/desk/tasks/')).page)?.[1] ?? ''
    const refused = await alex.post(`/desk/tasks/${id}/done/`, { outcome: 'No' })
    expect(refused.page).toContain('Only editors, officers and leads can say that this task is done.')
    expect((await own.post(`/desk/tasks/${id}/done/`, { outcome: 'Seen' })).status).toBe(303)
  })

  it('take tasks on a plain page too, and ask there to look again', async () => {
    await start()
    const oda = readerOfPages(helpdesk, 'Oda', 'officer')
    expect((await oda.get('/desk/tasks/?page=/guides/annual-reviews/')).page).toContain(
      'value="/guides/annual-reviews/"',
    )
    const form = {
      clientTaskId: randomUUID(),
      kind: 'make-page',
      path: '',
      words: 'Answer 01632 960 001 asked for',
    }
    const refused = await oda.post('/desk/tasks/', form)
    expect(refused.status).toBe(400)
    expect(refused.page).toContain('This looks like a telephone number.')
    expect((await oda.post('/desk/tasks/', { ...form, lookedAgain: 'yes' })).location).toBe(
      '/desk/tasks/?did=asked',
    )
  })
})
