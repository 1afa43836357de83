import { expect, it, vi } from 'vitest'
import { openDeviceShortlist } from './device-shortlist.ts'
import { withSaved } from './shortlist.ts'

const club = { id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b01', name: 'A club', href: '/services/a-club/' }

/** What a browser keeps: a store that is told apart from a page only by its life. */
function keptStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

it('keeps the list for the next page', () => {
  const storage = keptStorage()
  openDeviceShortlist(() => storage, new EventTarget()).change((list) => withSaved(list, club))
  const next = openDeviceShortlist(() => storage, new EventTarget())
  expect(next.read()).toEqual([{ ...club, note: '' }])
  expect(next.isKept()).toBe(true)
})

it('works on where the browser refuses to keep anything, and says so', () => {
  const refused = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  const shortlist = openDeviceShortlist(refused, new EventTarget())
  expect(shortlist.read()).toEqual([])
  shortlist.change((list) => withSaved(list, club))
  expect(shortlist.read()).toHaveLength(1)
  expect(shortlist.isKept()).toBe(false)
})

it('tells of changes here and in another tab, until nobody listens', () => {
  const page = new EventTarget()
  const shortlist = openDeviceShortlist(keptStorage, page)
  const listener = vi.fn()
  const stop = shortlist.onChange(listener)
  shortlist.change((list) => list)
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'local-offer-shortlist' }))
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'something-else' }))
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  shortlist.change((list) => list)
  expect(listener).toHaveBeenCalledTimes(2)
})
