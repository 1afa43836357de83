import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from './html.ts'

describe('writing HTML', () => {
  it('escapes what people wrote, in text and in attributes', () => {
    const name = `<img src=x onerror="alert('1')"> & co`
    expect(String(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</p>',
    )
  })

  it('lets HTML that it made itself through, alone and in lists, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
    expect(String(html`<ul>${items}</ul>${null}${false}${undefined}${0}`)).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    )
  })

  it('never lets any text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = String(html`<i title="${text}">${text}</i>`)
        expect(written.split('<')).toHaveLength(3)
        expect(written.split('"')).toHaveLength(3)
      }),
    )
  })
})
