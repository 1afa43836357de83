import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent, sentenceOf } from './check-content.ts'
import { exampleContent, exampleGuide } from './example-content.fixture.ts'

function saidOf(section: string): string[] {
  const answers = [{ key: 'a', item: 'health.physiotherapy', section }]
  const text = `---\n${stringify({ ...exampleGuide, answers })}---\n## Physiotherapy\n\nAsk your doctor.\n`
  const others = exampleContent.filter(({ path }) => !path.startsWith('guides/'))
  return checkContent([...others, { path: 'guides/first.mdx', text }]).map(sentenceOf)
}

test('a page may answer an item of the law under one of its headings', () => {
  expect(saidOf('Physiotherapy')).toEqual([])
})

test('a heading that is not on the page is named, with those that are', () => {
  expect(saidOf('Physio')).toEqual([
    'guides/first.mdx: answers.0.section: there is no heading “Physio” on this page. Use one of: Physiotherapy.',
  ])
})
