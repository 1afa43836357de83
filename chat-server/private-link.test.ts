import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { type ByLink, openByLink } from './by-link.fixture.ts'
import { removeTextAfterRetention } from './text-removal.ts'

const day = 86_400_000

describeOnBothEngines('a private link', (databases) => {
  let kim: ByLink
  beforeEach(async () => {
    kim = await openByLink(await databases.open())
  })
  afterEach(() => kim.helpdesk.stop())

  it('asks for one press before it opens anything, so that mail scanners open nothing', async () => {
    for (const _ of ['scanner', 'preview', 'person']) {
      const { status, page, response } = await kim.get(`/conversation/?link=${kim.secret}`)
      expect(status).toBe(200)
      expect(page).toContain(kim.reference)
      expect(page).toContain('Read and answer</button>')
      expect(page).not.toMatch(/sleep|Kim/)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('puts the right into a cookie and leaves the address bar clean', async () => {
    const { response, setCookie, status } = await kim.post('/conversation/open/', { link: kim.secret })
    expect(status).toBe(303)
    expect(response.headers.get('location')).toBe('/conversation/')
    expect(setCookie).toMatch(/^conversation=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(setCookie).not.toContain(kim.secret)
    const { page } = await kim.get('/conversation/', setCookie.split(';')[0])
    expect(page).toContain('My daughter cannot sleep.')
    expect(kim.helpdesk.logged.join('')).not.toContain(kim.secret)
  })

  it('opens again on the next device, as long as it works', async () => {
    const [first, second] = [await kim.openLink(kim.secret), await kim.openLink(kim.secret)]
    expect(first).not.toBe(second)
    for (const cookie of [first, second])
      expect((await kim.get('/conversation/', cookie)).page).toContain('My daughter cannot sleep.')
  })

  it('says calmly that a link opens nothing, and shows a way on: too old, made up, cut, or its text removed', async () => {
    const dead = async (link: string) => {
      for (const { status, page } of [
        await kim.get(`/conversation/?link=${encodeURIComponent(link)}`),
        await kim.post('/conversation/open/', { link }),
      ]) {
        expect(status).toBe(404)
        expect(page).toContain('<h1>This link does not open anything</h1>')
        expect(page).toContain('<a href="/message/">Send us a message</a>')
        expect(page).toContain('<a href="tel:')
      }
    }
    await dead('x'.repeat(43))
    await dead(kim.secret.slice(0, 20))
    await dead('<script>')
    kim.helpdesk.time.now += 91 * day
    await dead(kim.secret)
  })

  it('lets nobody in after the text was removed', async () => {
    const cookie = await kim.openLink(kim.secret)
    kim.helpdesk.time.now += 91 * day
    await removeTextAfterRetention(kim.stores, 90)
    expect((await kim.get(`/conversation/?link=${kim.secret}`)).status).toBe(404)
    expect((await kim.get('/conversation/', cookie)).page).toContain('No conversation is open on this device')
  })

  it('is opened and closed by our own pages alone', async () => {
    const opened = await kim.post('/conversation/open/', { link: kim.secret }, '', 'https://evil.example')
    expect(opened.status).toBe(403)
    expect(opened.setCookie).toBe('')
    expect(opened.page).toContain('We could not do that')
    expect((await kim.post('/conversation/close/', {}, kim.firstCookie, 'https://evil.example')).status).toBe(
      403,
    )
    const answer = { clientMessageId: randomUUID(), text: 'Not from Kim' }
    expect(
      (await kim.post('/conversation/answer/', answer, kim.firstCookie, 'https://evil.example')).status,
    ).toBe(403)
    expect((await kim.get('/conversation/', kim.firstCookie)).page).not.toContain('Not from Kim</p>')
  })

  it('tells when another conversation is open on the device', async () => {
    const other = await kim.helpdesk.start()
    const { page } = await kim.get(`/conversation/?link=${kim.secret}`, other.cookie)
    expect(page).toContain(`another conversation open, <strong>${other.conversation.reference}</strong>`)
  })
})
