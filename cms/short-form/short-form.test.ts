import { describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { formOf, problemsOnForm, readForm, withOneMore, withTyped } from './short-form.ts'
import { readTypedEnd, readTypedTime } from './typed-time.ts'

const monday = { key: 'a', days: ['monday'], opens: '09:00', closes: '10:00' }
const friday = { key: 'b', days: ['friday'], opens: '10:00', closes: '12:00', period: 'term' }
const record = {
  ...exampleService,
  when: { times: [monday, friday], sessions: [{ key: 's', on: '2027-01-01' }], notes: 'Quiet at 10.' },
  contact: { telephone: '01632 960 001', social: ['https://social.example.org/x'] },
}

/** The form as a browser sends it back. */
function sent(changes: Record<string, string | string[]> = {}) {
  const { times, lines } = formOf(record)
  const rows = times.flatMap(({ key, days, opens, closes, period }, row) =>
    Object.entries({ key, days, opens, closes, period }).map(([name, value]) => [
      `time-${row}-${name}`,
      value,
    ]),
  )
  return { times: '2', ...Object.fromEntries(rows), ...lines, ...changes }
}

describe('a time as people write it', () => {
  it.each([
    ['9', '09:00'],
    ['9am', '09:00'],
    ['9.30 pm', '21:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12 noon', '12:00'],
    ['midnight', '00:00'],
    ['5:30\u00a0p.m.', '17:30'],
    ['17:30', '17:30'],
    ['0930', '09:30'],
    [' 9:5 ', '9:5'],
    ['13pm', '13pm'],
    ['late', 'late'],
    ['', ''],
  ])('%j is %j', (typed, time) => expect(readTypedTime(typed)).toBe(time))

  it.each(['midnight', '12am', '24:00'])('a day that ends at %j runs to its last minute', (typed) => {
    expect(readTypedEnd(typed)).toBe('23:59')
  })
})

it('a form that comes back untouched leaves the record as it is', () => {
  expect(withTyped(record, readForm(sent())).data).toEqual(record)
  expect(withTyped(exampleService, readForm({})).data).toEqual({
    ...exampleService,
    when: { times: [] },
    contact: {},
  })
})

it('takes what was changed, added, cleared and removed, and leaves all other fields alone', () => {
  const { data, rows } = withTyped(
    record,
    readForm(
      sent({
        times: '4',
        'time-0-remove': 'yes',
        'time-1-opens': '10.30am',
        'time-1-period': '',
        'time-3-days': ['sunday', 'monday', 'nonsense'],
        'time-3-opens': '9',
        'time-3-closes': '5pm',
        notes: '',
        telephone: ' (01632)960002 ',
        website: 'example.org?club=1',
      }),
    ),
  )
  expect(data.when).toEqual({
    ...record.when,
    times: [
      { key: 'b', days: ['friday'], opens: '10:30', closes: '12:00' },
      { days: ['monday', 'sunday'], opens: '09:00', closes: '17:00' },
    ],
    notes: '',
  })
  expect(data.contact).toEqual({
    telephone: '01632 960 002',
    website: 'https://example.org?club=1',
    social: record.contact.social,
  })
  expect(data.name).toBe(record.name)
  expect(rows).toEqual([1, 3])
})

it('names the field of the form for what is wrong in the record', () => {
  const problem = (field: string, message: string) => ({ file: 'services/club.md', field, message })
  expect(
    problemsOnForm(
      [
        problem('when.times.1.opens', 'Opens: write a time such as 09:00 or 17:30 (it holds "late")'),
        problem('when.times.0.closes', 'It closes at 9am but opens at 10am. Correct one of them'),
        problem('contact.telephone', 'Telephone: write the number in groups'),
        problem('summary', 'is missing. Summary: write some text'),
      ],
      [0, 3],
    ),
  ).toEqual([
    { field: 'time-3-opens', message: 'Time 4. Opens: write a time such as 09:00 or 17:30.' },
    { field: 'time-0-closes', message: 'Time 1. It closes at 9am but opens at 10am. Correct one of them.' },
    { field: 'telephone', message: 'Telephone: write the number in groups.' },
    { field: 'form', message: 'Summary: is missing. Write some text.' },
  ])
})

it('offers one more set of hours, but not without end', () => {
  expect(withOneMore(formOf(record)).times).toHaveLength(3)
  expect(readForm({ times: '1000000' }).times).toHaveLength(50)
  expect(readForm({ times: '-1' }).times).toHaveLength(0)
})
