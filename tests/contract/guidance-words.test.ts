import { expect, test } from 'vitest'
import { abbreviationProblems } from '#records/abbreviations.ts'
import { sentenceOf } from '#records/check-content.ts'
import { glossaryRecord } from '#records/glossary.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { guidancePage, textOf } from '#records/read-guidance.ts'
import { readContentFiles } from '../../site/integrations/content-files.ts'

const records = readContentFiles('site/content').flatMap((file) => {
  const record = parseRecordFile(file)
  return record === undefined ? [] : [record]
})

test('our guidance writes every short form out where it first stands, and the glossary has it', () => {
  const glossary = records.find(({ collection }) => collection === 'glossary')
  const { terms } = glossaryRecord.schema.parse(glossary?.data)
  const pages = records.flatMap((record) => {
    const page = guidancePage(record)
    // The summary comes first. It has one sentence, and no room to explain.
    return page === undefined ? [] : [{ file: record.path, blocks: textOf(page).slice(1) }]
  })
  expect(pages.length).toBeGreaterThan(0)
  expect(abbreviationProblems(pages, terms).map(sentenceOf)).toEqual([])
})
