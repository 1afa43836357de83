import { describe, expect, test } from 'vitest'
import { scanText } from './check-markdown.ts'
import { ContentSyntaxError, parseRecordFile } from './read-content.ts'

describe('a text is read as the site reads it', () => {
  test('HTML that only a table uncovers is refused', () => {
    const cell = '| A | B |\n|---|---|\n| `x | <img src=x onerror=alert(1)> ` | y |'
    expect(scanText(cell, 'md').problems).toEqual(['HTML is not allowed. Use Markdown'])
  })

  test('HTML in a footnote is refused', () => {
    expect(scanText('See[^1]\n\n[^1]: </main>', 'md').problems).toEqual(['HTML is not allowed. Use Markdown'])
  })

  test('a picture by reference is refused', () => {
    expect(scanText('![A map][map]\n\n[map]: /map.png', 'md').problems).toEqual([
      'Pictures in the text are not supported',
    ])
  })

  test('a text that the site would take for fields is refused, since nobody would see it', () => {
    const problem = 'Do not start the text with --- or +++: the lines between them would not be shown'
    expect(scanText('---\nHidden\n---\nShown', 'md').problems).toContain(problem)
    expect(scanText('+++\nHidden\n+++\nShown', 'md').problems).toContain(problem)
  })

  test('a table in plain words is fine', () => {
    expect(scanText('| Day | Time |\n|---|---|\n| Monday | 9am |', 'md').problems).toEqual([])
  })
})

describe('a text that would keep the program busy is refused at once', () => {
  test('one that is too long', () => {
    expect(scanText('a'.repeat(20_001), 'md').problems).toEqual([
      'The text is too long. Use 20,000 characters or fewer',
    ])
  })

  test('one whose marks open and never close', { timeout: 2_000 }, () => {
    const { problems } = scanText('_a*'.repeat(6_000), 'md')
    expect(problems).toEqual([])
  })

  test('one in which thousands of quotes or lists stand inside each other', () => {
    const problem = 'A line starts with too many signs of lists or quotes. Use 50 or fewer'
    for (const sign of ['>', '> ', '1. ', '+ ', '> - ', '9) ', '*\t'])
      expect(scanText(`Come and play.\n${sign.repeat(4_000)}a`, 'md').problems).toEqual([problem])
    expect(scanText(`${'> - '.repeat(25)}a`, 'md').problems).toEqual([])
  })

  test('one whose brackets would end the program that reads them', () => {
    const deep = (left: string, right: string) => `${left.repeat(9_800)}1${right.repeat(9_800)}`
    const texts = [
      `{${deep('(', ')')}}`,
      `{${deep('[', ']')}}`,
      `<Callout title={${deep('(', ')')}} />`,
      `<Callout {...${deep('[', ']')}} />`,
      `export default ${deep('(', ')')}`,
    ]
    for (const text of texts)
      expect(scanText(text, 'mdx').problems).toEqual(['The text has too many brackets. Use 1,000 or fewer'])
    expect(scanText('[A guide](/guides/your-plan/) (new). '.repeat(300), 'mdx').problems).toEqual([])
  })

  test('a table of which a few marks make a page that no browser opens', () => {
    const table = `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|\n'.repeat(5_000)}`
    for (const kind of ['md', 'mdx'] as const)
      expect(scanText(table, kind).problems).toEqual(['A table is too large. Use 2,000 cells or fewer'])
    const rows = `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(900)}`
    expect(scanText(rows, 'md').problems).toEqual([])
  })

  test('fields without end', () => {
    const fields = Array.from({ length: 6_000 }, (_, index) => `k${index}: 1`).join('\n')
    const read = () => parseRecordFile({ path: 'services/a.md', text: `---\n${fields}\n---\n` })
    expect(read).toThrow(ContentSyntaxError)
    expect(read).toThrow('There are too many fields')
  })

  test('a file without end', () => {
    const read = () =>
      parseRecordFile({ path: 'services/a.md', text: `---\na: 1\n---\n${'a'.repeat(60_000)}` })
    expect(read).toThrow('it is too long. Use 60,000 characters or fewer')
  })
})
