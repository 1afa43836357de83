import { describe, expect, it } from 'vitest'
import { readSearchedPage } from './searched-page.ts'

const page = (inside: string, mark = 'data-search-page') =>
  `<!DOCTYPE html><html><body><nav>Menu</nav><div class="service" ${mark}>${inside}</div><footer>Foot</footer></body></html>`

describe('the search reads of a page', () => {
  it('its name, its summary, its text and the words of families, and nothing around it', () => {
    const inside = `
      <h1>Saturday <em>club</em></h1><p class="lead" data-search-summary>Games for all.</p>
      <p>Come &amp; play<br>in Sale.</p><ul><li>Football</li><li>Swim<b>ming</b></li></ul>
      <div hidden data-card="{&quot;name&quot;:&quot;Club&quot;}" data-words="youth club, fun"></div>`
    expect(readSearchedPage(page(inside))).toEqual({
      name: 'Saturday club',
      summary: 'Games for all.',
      body: 'Come & play in Sale. Football Swimming',
      keywords: 'youth club, fun',
      card: '{"name":"Club"}',
      kind: undefined,
      worth: 1,
    })
  })
  it('no part that is to be passed over, nor what every page says', () => {
    const inside = `<p>Here</p><div data-search-skip><p>Also run <img src="a.png" alt=""> by</p><p>them</p></div>
      <p class="note not-stated">Not stated</p><svg><path d="M1"/></svg><script>let a = '<p>'</script><p>and here</p>`
    expect(readSearchedPage(page(inside))?.body).toBe('Here and here')
  })
  it('that it is guidance, and that it counts for less than others', () => {
    const read = readSearchedPage(
      page('<h1>Plans</h1><div data-kind="Guide"></div>', 'data-search-page="less"'),
    )
    expect(read).toMatchObject({ name: 'Plans', kind: 'Guide', worth: 0.5, card: undefined })
  })
  it('signs as people see them', () => {
    expect(readSearchedPage(page('<p>5 &lt; 6 &#39;a&#x27; caf&eacute;</p>'))?.body).toBe(
      "5 < 6 'a' caf&eacute;",
    )
  })
})

it('passes over a page that is not to be found', () => {
  expect(readSearchedPage('<html><body><h1>Closed</h1></body></html>')).toBeUndefined()
})
