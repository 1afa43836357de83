import { expect, it } from 'vitest'
import { dateLine, saidForHome, saidLine, stateTag } from './said-words.ts'

it('says who said it and when', () => {
  expect(saidLine({ saidBy: 'inspectors', saidOn: 'December 2016' })).toBe(
    'Said by inspectors, December 2016',
  )
  expect(saidLine({ saidBy: 'forum', saidOn: '2019' })).toBe('Said by the parent carer forum, 2019')
})

it('says when it was done before when it was due', () => {
  expect(dateLine({ dueBy: 'May 2018', doneOn: 'June 2018' })).toBe('Done: June 2018.')
  expect(dateLine({ dueBy: 'May 2018', doneOn: undefined })).toBe('Due by: May 2018.')
  expect(dateLine({ dueBy: undefined, doneOn: undefined })).toBeUndefined()
})

it('does not dress up what was not done', () => {
  expect(stateTag({ state: 'cannot', asOf: undefined })).toEqual({ label: 'We cannot do this', look: 'grey' })
  expect(stateTag({ state: 'no-outcome', asOf: '2017-05' }).label).toBe('No outcome published')
  expect(stateTag({ state: 'done', asOf: '2017-05' })).toEqual({ label: 'Done', look: 'done' })
})

it('says of an old source when something was in progress', () => {
  expect(stateTag({ state: 'doing', asOf: '2017-05' }).label).toBe('In progress in May 2017')
  expect(stateTag({ state: 'doing', asOf: undefined }).label).toBe('In progress')
})

it('shows on the home page what a comment brought, where one did', () => {
  const doing = { data: { state: 'doing', dueBy: 'March 2027' } } as const
  const done = { data: { state: 'done', dueBy: 'May 2017' } } as const
  expect(saidForHome([doing, done], '2026-11')).toBe(done)
  expect(saidForHome([doing], '2026-11')).toBe(doing)
  expect(saidForHome([], '2026-11')).toBeUndefined()
})

it('shows nothing on the home page whose due date is past', () => {
  const late = { data: { state: 'doing', dueBy: 'During 2022' } } as const
  const silent = { data: { state: 'no-outcome', dueBy: undefined } } as const
  expect(saidForHome([late, silent], '2026-11')).toBeUndefined()
  expect(saidForHome([late], '2022-12')).toBe(late)
})
