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
  expect(stateTag('cannot')).toEqual({ label: 'We cannot do this', look: 'grey' })
  expect(stateTag('done').look).toBe('done')
})

it('shows on the home page what a comment brought, where one did', () => {
  const doing = { data: { state: 'doing' } } as const
  const done = { data: { state: 'done' } } as const
  expect(saidForHome([doing, done])).toBe(done)
  expect(saidForHome([doing])).toBe(doing)
  expect(saidForHome([])).toBeUndefined()
})
