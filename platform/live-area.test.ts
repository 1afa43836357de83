import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { areaRecord } from '#records/area.ts'
import { exampleContent } from '#records/example-content.fixture.ts'
import { refuseMadeUpArea } from './live-area.ts'

const example = areaRecord.schema.parse(
  parse(exampleContent.find(({ path }) => path === 'area.yaml')?.text ?? ''),
)
const live = {
  ...example,
  demonstration: false,
  contact: { ...example.contact, telephone: '0161 496 0123', email: 'navigators@council.gov.uk' },
}

test('a council’s own settings may go live', () => {
  expect(() => refuseMadeUpArea(live)).not.toThrow()
})

test('the demonstration may not, and every setting to change is named', () => {
  expect(() => refuseMadeUpArea(example)).toThrow(
    'A live site (NODE_ENV=production) needs your council’s own settings in area.yaml, but demonstration is yes, contact.telephone is 01632 960 001, contact.email is team@example.org.',
  )
})

test('a made-up number for people who worry about a child may not', () => {
  const emergency = { ...live.emergency, childConcernTelephone: '01632 960 555' }
  expect(() => refuseMadeUpArea({ ...live, emergency })).toThrow('emergency.childConcernTelephone is made up')
})
