import { afterEach, describe, expect, it } from 'vitest'
import { goodPage, type PlantedRelease, plantRelease } from '../support/planted-release.ts'
import { auditInlineCode } from './inline-audit.ts'
import { auditLinks } from './link-audit.ts'
import { auditMarkup } from './markup-audit.ts'
import { listPages, summarise } from './release-pages.ts'

describe('the audits of the files', () => {
  let release: PlantedRelease | undefined
  afterEach(() => release?.remove())

  function plant(files: Record<string, string>): string {
    release = plantRelease(files)
    return release.folder
  }

  it('list every page that the build printed', () => {
    const folder = plant({
      'index.html': goodPage(),
      'services/a/index.html': goodPage(),
      '404.html': goodPage(),
      'area.json': '{}',
    })
    expect(listPages(folder).map((page) => page.path)).toEqual(['/', '/404.html', '/services/a/'])
  })

  it('refuse an empty release', () => {
    expect(() => listPages(plant({}))).toThrow('There is no page')
  })

  it('say a fault that is on many pages once', () => {
    const faults = [
      { page: '/b/', message: 'a rare fault', at: '1:2' },
      ...['/a/', '/b/', '/c/'].map((page) => ({ page, message: 'a fault of the template' })),
    ]
    expect(summarise(faults)).toEqual(['/a/ and 2 more: a fault of the template', '/b/ 1:2: a rare fault'])
    expect(summarise(faults, 1)).toEqual(['/a/ and 2 more: a fault of the template', '… and 1 more kinds'])
  })

  it('follow links, files and anchors', () => {
    const folder = plant({
      'index.html': goodPage(
        `<p><a href="/services/">Services</a> <a href="services/#first">First</a> <a href="#here" id="here">Here</a>
        <a href="tel:+441632960000">01632 960000</a> <a href="https://example.org/">Elsewhere</a>
        <a href="/sign-in/">Sign in</a> <a href="/area.json">Data</a> <img src="/favicon.ico" alt=""></p>`,
      ),
      'services/index.html': goodPage('<h2 id="first">First</h2>'),
      'area.json': '{}',
    })
    expect(auditLinks(folder, listPages(folder)).faults).toEqual([])
  })

  it.each([
    ['/gone/', 'links to /gone/, which does not exist'],
    ['/services', 'links to /services, which does not exist'],
    ['/services/#nowhere', 'links to /services/#nowhere, where nothing has the id "nowhere"'],
    ['#nowhere', 'links to #nowhere, where nothing has the id "nowhere"'],
    ['ftp://example.org/', 'links to "ftp://example.org/": only web, mail and telephone links are allowed'],
    ['http://', 'links to "http://", which is no address'],
  ])('find the broken link %s', (href, message) => {
    const folder = plant({
      'index.html': goodPage(`<p><a href="${href}">Go</a></p>`),
      'services/index.html': goodPage(),
    })
    expect(auditLinks(folder, listPages(folder)).faults).toEqual([{ page: '/', message }])
  })

  it.each([
    ['<script>alert(1)</script>', 'an inline script'],
    ['<script type="module">let a</script>', 'an inline script'],
    ['<style>p { color: red }</style>', 'a <style> element'],
    ['<p style="color: red">Red</p>', '<p> has a style attribute'],
    ['<button type="button" onclick="go()">Go</button>', '<button> has the handler onclick'],
    ['<a href=" javascript:go()">Go</a>', '<a> has code in href'],
    ['<template><p style="color: red">Red</p></template>', '<p> has a style attribute'],
  ])('find the inline code %s', (body, message) => {
    const folder = plant({ 'index.html': goodPage(body) })
    expect(auditInlineCode(listPages(folder)).faults).toEqual([
      { page: '/', message: expect.stringContaining(message) },
    ])
  })

  it('let data and scripts of files be', () => {
    const head =
      '<script src="/a.js" type="module"></script><script type="application/ld+json">{"a":1}</script>'
    const folder = plant({ 'index.html': goodPage('', head), 'a.js': '' })
    expect(auditInlineCode(listPages(folder)).faults).toEqual([])
  })

  it('find wrong markup, and let right markup pass', async () => {
    const folder = plant({
      'index.html': goodPage(),
      'wrong/index.html': goodPage('<p id="a"><div id="a">A block in a paragraph</div>'),
    })
    const { faults } = await auditMarkup(listPages(folder))
    expect(faults.map((fault) => fault.page)).not.toContain('/')
    expect(faults.map((fault) => fault.message).join('\n')).toContain('no-dup-id')
  })
})
