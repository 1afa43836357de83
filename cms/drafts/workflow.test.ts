import { expect, it } from 'vitest'
import { draftStatuses, isReadyToPublish, statusAfterSave, stepBetween } from './workflow.ts'

it('names every step between the three statuses', () => {
  const steps = draftStatuses.map((from) => draftStatuses.map((to) => stepBetween(from, to)))
  expect(steps).toEqual([
    [undefined, 'submit', 'approve'],
    ['withdraw', undefined, 'approve'],
    ['reopen', 'reopen', undefined],
  ])
})

it('publishes a ready draft only', () => {
  expect(draftStatuses.filter(isReadyToPublish)).toEqual(['pending_publish'])
})

it('starts every change as a draft', () => {
  expect(statusAfterSave(undefined, { mayApprove: true })).toBe('draft')
  expect(statusAfterSave(undefined, { mayApprove: false })).toBe('draft')
})

it('puts an approved draft back into review when someone who may not approve changes it', () => {
  expect(statusAfterSave('pending_publish', { mayApprove: false })).toBe('pending_review')
  expect(statusAfterSave('pending_publish', { mayApprove: true })).toBe('pending_publish')
})

it('leaves a draft in review where it is', () => {
  expect(statusAfterSave('pending_review', { mayApprove: false })).toBe('pending_review')
  expect(statusAfterSave('draft', { mayApprove: false })).toBe('draft')
})
