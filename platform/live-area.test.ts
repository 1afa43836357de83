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

test.each(['childConcernTelephone', 'outOfHoursTelephone', 'adultConcernTelephone'])(
  'a made-up number for people who worry about somebody may not: %s',
  (field) => {
    const emergency = { ...live.emergency, [field]: '01632 960 555' }
    expect(() => refuseMadeUpArea({ ...live, emergency })).toThrow(`emergency.${field} is made up`)
    expect(() =>
      refuseMadeUpArea({ ...live, emergency: { ...emergency, [field]: '0161 496 0555' } }),
    ).not.toThrow()
  },
)

test('an address that nobody reads may not be told of concerns', () => {
  const helpdesk = { ...live.helpdesk, concernEscalation: 'duty@example.org' }
  expect(() => refuseMadeUpArea({ ...live, helpdesk })).toThrow('helpdesk.concernEscalation is made up')
})
