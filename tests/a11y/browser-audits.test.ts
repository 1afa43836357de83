import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { goodPage, type PlantedRelease, plantRelease } from '../support/planted-release.ts'
import { type SiteServer, serveSite } from '../support/site-server.ts'
import { auditWithAxe, zoomedView } from './axe-audit.ts'
import { auditWithPa11y } from './pa11y-audit.ts'

describe('the audits in a browser', () => {
  let browser: Browser
  let release: PlantedRelease | undefined
  let site: SiteServer | undefined
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await site?.close()
    release?.remove()
  })

  async function serve(files: Record<string, string>): Promise<string> {
    release = plantRelease({ '404.html': goodPage(), ...files })
    site = await serveSite(release.folder)
    return site.origin
  }

  async function messagesOf(page: string, files: Record<string, string> = {}): Promise<string[]> {
    const origin = await serve({ 'index.html': page, ...files })
    const { faults } = await auditWithAxe(browser, origin, ['/'])
    return faults.map((fault) => fault.message)
  }

  it('let a good page pass', async () => {
    expect(await messagesOf(goodPage())).toEqual([])
  })

  it('find a picture without words', async () => {
    const messages = await messagesOf(goodPage('<img src="/favicon.ico">'))
    expect(messages).toEqual([expect.stringContaining('image-alt (critical)')])
  })

  it('find what WCAG 2.2 added: targets too small to hit', async () => {
    const css = 'a { display: inline-block; width: 8px; height: 8px; overflow: hidden }'
    const body = '<div><a href="/">a</a><a href="/404.html">b</a></div>'
    const messages = await messagesOf(goodPage(body, '<link rel="stylesheet" href="/a.css">'), {
      'a.css': css,
    })
    expect(messages).toEqual([expect.stringContaining('target-size')])
  })

  it('find what the content security policy of production refuses', async () => {
    const messages = await messagesOf(goodPage('<script>document.title = "changed"</script>'))
    expect(messages).toEqual([expect.stringContaining('Content Security Policy')])
  })

  it('find errors of scripts, and files that are missing', async () => {
    const head = '<script src="/a.js" type="module"></script><script src="/gone.js" type="module"></script>'
    const messages = await messagesOf(goodPage('', head), { 'a.js': 'throw new Error("it broke")' })
    expect(messages).toEqual(
      expect.arrayContaining([expect.stringContaining('it broke'), expect.stringContaining('/gone.js')]),
    )
  })

  it('find a page that is missing', async () => {
    const origin = await serve({ 'index.html': goodPage() })
    const { faults } = await auditWithAxe(browser, origin, ['/gone/'])
    expect(faults).toContainEqual({ page: '/gone/', message: 'answered 404' })
  })

  it('find a page that must be scrolled sideways at 400 % zoom', async () => {
    const css = 'p { width: 600px }'
    const page = goodPage('<p>Wide.</p>', '<link rel="stylesheet" href="/a.css">')
    const origin = await serve({ 'index.html': page, 'a.css': css })
    const { faults } = await auditWithAxe(browser, origin, ['/'], zoomedView)
    expect(faults).toEqual([{ page: '/', message: expect.stringContaining('sideways') }])
  })

  it('pa11y-ci looks at every page it is given, with both runners', async () => {
    const wrong = goodPage('<img src="/favicon.ico">')
    const origin = await serve({
      'index.html': goodPage(),
      'a/index.html': goodPage(),
      'b/index.html': wrong,
    })
    const { faults, pages } = await auditWithPa11y(origin, ['/', '/a/', '/b/'])
    expect(pages).toBe(3)
    expect(new Set(faults.map((fault) => fault.page))).toEqual(new Set(['/b/']))
    expect(faults.map((fault) => fault.message).join('\n')).toMatch(
      /image-alt[\s\S]*WCAG2AA|WCAG2AA[\s\S]*image-alt/,
    )
  })
})
