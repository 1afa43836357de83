import { describe, expect, it } from 'vitest'
import { overdueReason, reviewDueOn, reviewedAgain } from './service-review.ts'

const checkedBy = 'the service'

describe('the day by which a record should be checked again', () => {
  it.each([
    ['the day that it names', '2026-05-01', '2026-11-01', '2026-11-01'],
    ['12 months after its last check, when it names none', '2026-05-01', undefined, '2027-05-01'],
    ['12 months after its last check, when it names a later one', '2026-05-01', '2030-01-01', '2027-05-01'],
    ['the last day of February, when there is no 29th', '2028-02-29', undefined, '2029-02-28'],
  ])('is %s', (_, lastChecked, nextDue, due) => {
    expect(reviewDueOn({ lastChecked, checkedBy, ...(nextDue && { nextDue }) })).toBe(due)
  })

  it('is the last day on which it is not overdue', () => {
    for (const review of [
      { lastChecked: '2026-05-01', checkedBy },
      { lastChecked: '2026-05-01', checkedBy, nextDue: '2026-08-15' },
    ]) {
      const due = reviewDueOn(review)
      expect(overdueReason(review, due)).toBeUndefined()
      expect(
        overdueReason(review, `${due.slice(0, 8)}${Number(due.slice(8)) + 1}`.replace(/-(\d)$/, '-0$1')),
      ).toBeDefined()
    }
  })
})

describe('a record that is still correct', () => {
  it.each([
    ['keeps its rhythm', '2026-05-01', '2026-11-01', '2027-05-25'],
    ['is due in 12 months when it had no rhythm', '2026-05-01', undefined, '2027-11-22'],
    ['is due in 12 months when its rhythm makes no sense', '2026-05-01', '2026-04-01', '2027-11-22'],
    ['is due in 12 months at the latest', '2022-05-01', '2026-11-01', '2027-11-22'],
    ['is not asked for again within 30 days', '2026-11-20', '2026-11-21', '2026-12-22'],
  ])('%s', (_, lastChecked, before, nextDue) => {
    const review = { lastChecked, checkedBy: 'us', ...(before && { nextDue: before }) }
    expect(reviewedAgain(review, '2026-11-22', checkedBy)).toEqual({
      lastChecked: '2026-11-22',
      checkedBy,
      nextDue,
    })
  })
})
