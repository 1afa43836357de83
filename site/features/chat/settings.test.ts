import { expect, it } from 'vitest'
import { openTabStore } from '../conversation/outbox.ts'
import { createSettings, usesWith } from './settings.ts'

const memory = () =>
  openTabStore(() => {
    throw new DOMException('denied', 'SecurityError')
  })

it('all is off until somebody wants it; other tabs follow', () => {
  const store = memory()
  const [one, other] = [createSettings(store), createSettings(store)]
  expect(one.current.value).toEqual({ plain: false, symbols: false, sound: false })
  one.change({ sound: true })
  other.refresh()
  expect(other.current.value).toEqual({ plain: false, symbols: false, sound: true })
})

it('nothing stays on the device once cleared, and the page stays as it is', () => {
  const store = memory()
  const settings = createSettings(store)
  settings.change({ plain: true })
  settings.clear()
  expect(settings.current.value.plain).toBe(true)
  expect(createSettings(store).current.value.plain).toBe(false)
})

it('the navigator hears of plain words and symbols, beside what was said before', () => {
  const off = { plain: false, symbols: false, sound: true }
  const before = ['A screen reader', 'Short sentences']
  expect(usesWith(before, off)).toEqual(['A screen reader'])
  expect(usesWith(before, { ...off, plain: true, symbols: true })).toEqual([
    'A screen reader',
    'Short sentences',
    'Answers with symbols',
  ])
})
