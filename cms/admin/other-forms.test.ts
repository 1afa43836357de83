import { describe, expect, it, vi } from 'vitest'
import { formIn, onOtherForm } from './other-forms.ts'

const admin = 'https://example.org/admin/'

it('tells of which record an address shows the form', () => {
  expect(formIn(`${admin}#/collections/services/entries/club`)).toBe('services/entries/club')
  expect(formIn(`${admin}#/collections/services/entries/club?ref=workflow`)).toBe('services/entries/club')
  expect(formIn(`${admin}#/collections/services/entries/pool`)).not.toBe('services/entries/club')
})

it('takes no other screen for a form that was there before', () => {
  for (const screen of ['#/collections/services', '#/collections/services/new', '#/workflow', ''])
    expect(formIn(admin + screen)).toBeUndefined()
})

describe('from one address to another', () => {
  const club = `${admin}#/collections/services/entries/club`
  const pool = `${admin}#/collections/services/entries/pool`

  /** What happens when the address changes so. */
  function go(oldURL: string, newURL: string, { hasUnsaved = false, mayLeave = false } = {}) {
    const [stopImmediatePropagation, putBack, loadAnew] = [
      vi.fn(),
      vi.fn<(address: string) => void>(),
      vi.fn(),
    ]
    const parts = { hasUnsaved: () => hasUnsaved, mayLeave: () => mayLeave, putBack, loadAnew }
    onOtherForm(parts)({ oldURL, newURL, stopImmediatePropagation })
    return {
      decapHears: stopImmediatePropagation.mock.calls.length === 0,
      loads: loadAnew.mock.calls.length,
      putBack: putBack.mock.lastCall?.[0],
    }
  }

  it('loads the form of another record anew, of which Decap hears nothing', () => {
    expect(go(club, pool)).toEqual({ decapHears: false, loads: 1, putBack: undefined })
    expect(go(club, pool, { hasUnsaved: true, mayLeave: true })).toMatchObject({
      decapHears: false,
      loads: 1,
    })
  })

  it('leaves form and address as they were when somebody rather stays with what they typed', () => {
    expect(go(club, pool, { hasUnsaved: true })).toEqual({ decapHears: false, loads: 0, putBack: club })
  })

  it('leaves every other way to Decap', () => {
    for (const [from, to] of [
      [club, `${admin}#/workflow`],
      [`${admin}#/collections/services`, club],
      [club, `${club}?ref=workflow`],
    ] as const)
      expect(go(from, to, { hasUnsaved: true })).toEqual({ decapHears: true, loads: 0, putBack: undefined })
  })
})
