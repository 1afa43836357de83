import { expect, it } from 'vitest'
import { freshnessOf } from './freshness.ts'

const today = '2026-11-22'

it('says who checked it and when, and when it is next due', () => {
  expect(
    freshnessOf({ lastChecked: '2026-10-03', checkedBy: 'the service', nextDue: '2027-04-03' }, today),
  ).toEqual({
    checked: 'Checked by the service on 3 October 2026.',
    due: 'Next check due April 2027.',
    warning: undefined,
  })
})

it('warns when the check is more than 12 months old', () => {
  expect(freshnessOf({ lastChecked: '2025-11-22', checkedBy: 'us' }, today).warning).toBeUndefined()
  expect(freshnessOf({ lastChecked: '2025-11-21', checkedBy: 'us' }, today).warning).toMatch(
    /more than a year ago, on 21 November 2025\. Things may have changed/,
  )
})

it('warns when the next check is overdue', () => {
  const { warning, due } = freshnessOf(
    { lastChecked: '2026-05-01', checkedBy: 'us', nextDue: '2026-11-01' },
    today,
  )
  expect(due).toBe('Next check was due November 2026.')
  expect(warning).toMatch(/was due in November 2026/)
})
