import { expect, it } from 'vitest'
import { messageOf } from './content-check.ts'
import { fieldInWords } from './field-in-words.ts'

const club = 'services/club.md'

it('calls a field what the form calls it, with the groups around it', () => {
  expect(fieldInWords(club, 'summary')).toBe('Summary')
  expect(fieldInWords(club, 'contact.telephone')).toBe('Contact › Telephone')
  expect(fieldInWords(club, 'when.times.0.opens')).toBe('When › Regular times 1 › Opens')
  expect(fieldInWords(club, 'categories.1')).toBe('Categories 2')
  expect(fieldInWords(club, 'body')).toBe('Description')
  expect(fieldInWords('area.yaml', 'file')).toBe('Area settings')
})

it('leaves a name that nobody knows as it is', () => {
  expect(fieldInWords(club, 'whoFor.colour')).toBe('Who it is for › colour')
  expect(fieldInWords('media/club/hall.webp', 'file')).toBe('file')
})

it('says what is wrong with a record field by field, each called once', () => {
  const problem = (field: string, message: string, file = club) => ({ file, field, message })
  expect(
    messageOf(
      [
        problem('summary', 'is missing. Summary: write some text'),
        problem('when.times.1.opens', 'Opens: write a time such as 09:00 or 17:30 (it holds "9am")'),
        problem('when.times', 'It closes at 09:00 but opens at 10:00. Correct one of them'),
        problem('routes', 'there is no such record', 'services/pool.md'),
      ],
      club,
    ),
  ).toBe(
    'Summary: is missing. Write some text. When › Regular times 2 › Opens: write a time such as 09:00 or 17:30. When › Regular times: It closes at 09:00 but opens at 10:00. Correct one of them. services/pool.md: When things go wrong: there is no such record.',
  )
})
