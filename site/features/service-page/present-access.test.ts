import { expect, it } from 'vitest'
import { accessAnswers, saysNothingOfAccess } from './present-access.ts'

it('keeps yes, no, ask and not stated apart', () => {
  const answers = accessAnswers({ wheelchair: 'yes', changingPlace: 'no', bsl: 'ask' })
  expect(answers.yes).toEqual(['Step-free for wheelchairs'])
  expect(answers.no).toEqual(['Changing Places toilet'])
  expect(answers.ask).toEqual(['British Sign Language'])
  expect(answers.notStated).toContain('Hearing loop')
})

it('says when nothing is stated at all', () => {
  expect(saysNothingOfAccess({})).toBe(true)
  expect(saysNothingOfAccess({ notes: 'There is a lift.' })).toBe(false)
  expect(saysNothingOfAccess({ parking: 'no' })).toBe(false)
})
