import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { html } from './html.ts'
import { createPages } from './shell.ts'

describe('pages that the server writes', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shell-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function release(name: string, shell: string): Promise<void> {
    await mkdir(join(folder, name, 'shell'), { recursive: true })
    await writeFile(join(folder, name, 'shell', 'index.html'), shell)
    await symlink(name, join(folder, 'next'))
    await rename(join(folder, 'next'), join(folder, 'current'))
  }

  it('fill the frame that the site was built with, and keep dollar signs and markers in text as they are', async () => {
    await release('one', '<title>%%TITLE%% – Local Offer</title><main><!--%%BODY%%--></main>')
    const pages = createPages({ releaseDir: () => join(folder, 'current') })
    expect(pages.render({ title: 'Tea & $& <b>', body: html`<p>${'<!--%%BODY%%--> $1'}</p>` })).toBe(
      '<title>Tea &amp; $&amp; &lt;b&gt; – Local Offer</title><main><p>&lt;!--%%BODY%%--&gt; $1</p></main>',
    )
  })

  it('take the new frame as soon as another release is current', async () => {
    await release('one', '%%TITLE%%<main><!--%%BODY%%--></main>')
    const pages = createPages({ releaseDir: () => join(folder, 'current') })
    pages.render({ title: 'a', body: html`b` })
    await release('two', 'new %%TITLE%%<main><!--%%BODY%%--></main>')
    expect(pages.render({ title: 'a', body: html`b` })).toBe('new a<main>b</main>')
  })

  it('lead back through breadcrumbs', async () => {
    await release('one', '%%TITLE%%<!--%%BODY%%-->')
    const pages = createPages({ releaseDir: () => join(folder, 'current') })
    expect(pages.render({ title: 'a', body: html`b`, breadcrumbs: [{ text: 'Home', href: '/' }] })).toContain(
      '<a class="govuk-breadcrumbs__link" href="/">Home</a>',
    )
  })

  it('say what to do when the site was not built', () => {
    const pages = createPages({ releaseDir: () => join(folder, 'none') })
    expect(() => pages.render({ title: 'a', body: html`b` })).toThrow('Build the site again.')
  })
})
