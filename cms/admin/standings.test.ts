import { expect, it } from 'vitest'
import {
  createStandings,
  isForOthers,
  mayRemove,
  refusedStatuses,
  type Standing,
  subjectAt,
} from './standings.ts'

const ofProvider = ['save', 'submit', 'withdraw', 'throw-away']
const ofEditor = [...ofProvider, 'approve', 'reopen', 'publish']
const standing = (status: Standing['status'], may: readonly string[]): Standing => ({ status, may })

it('a provider may send a draft for review and take it back, and no more', () => {
  expect(refusedStatuses(standing('draft', ofProvider))).toEqual(['pending_publish'])
  expect(refusedStatuses(standing('pending_review', ofProvider))).toEqual(['pending_publish'])
  expect(isForOthers(standing('draft', ofProvider))).toBe(false)
})

it('what an editor has set to ready is for editors to move', () => {
  expect(refusedStatuses(standing('pending_publish', ofProvider))).toEqual(['draft', 'pending_review'])
  expect(isForOthers(standing('pending_publish', ofProvider))).toBe(true)
  expect(isForOthers(standing('pending_publish', ofEditor))).toBe(false)
  expect(refusedStatuses(standing('pending_publish', ofEditor))).toEqual([])
})

it('a draft is thrown away, a page is deleted: each needs its own right', () => {
  expect(mayRemove(standing('draft', ofProvider))).toBe(true)
  expect(mayRemove(standing(undefined, ['save']))).toBe(false)
  expect(mayRemove(standing(undefined, ['save', 'delete']))).toBe(true)
})

it('knows of a page how its draft stands, and how it stands itself once the draft is gone', () => {
  const standings = createStandings()
  standings.moved('services/club', 'draft')
  expect(standings.of('services/club')).toBeUndefined()
  standings.draftShown('services/club', standing('draft', ofProvider))
  standings.pageShown('services/club', ['save'])
  standings.moved('services/club', 'pending_review')
  expect(standings.of('services/club')).toEqual(standing('pending_review', ofProvider))
  standings.hasNoDraft('services/club')
  expect(standings.of('services/club')).toEqual(standing(undefined, ['save']))
})

it('knows a record by its path', () => {
  expect(subjectAt('services/club.md')).toBe('services/club')
  expect(subjectAt('guides/first.mdx')).toBe('guides/first')
})
