import { describe, expect, it } from 'vitest'
import { alertWords, countCalls } from './desk-alert.ts'
import { createDeskSettings } from './desk-settings.ts'
import { shortcutFor, shortcuts } from './desk-shortcuts.ts'
import { foundInWords } from './search-desk.ts'

const nothing = { waiting: 0, offered: 0, concerns: 0, available: true }

describe('what calls a navigator', () => {
  it('is said in numbers, never with a name', () => {
    expect(alertWords({ ...nothing, waiting: 2, offered: 1, concerns: 1 })).toBe(
      '1 concern to answer. 1 conversation to take over. 2 families are waiting.',
    )
    expect(alertWords(nothing)).toBeNull()
  })

  it('is not the queue while they are away, but still what is asked of them', () => {
    const away = { ...nothing, available: false, waiting: 3 }
    expect(alertWords(away)).toBeNull()
    expect(alertWords({ ...away, offered: 1 })).toBe('1 conversation to take over.')
    expect(countCalls({ ...away, offered: 1 })).toBe(1)
  })
})

describe('the settings of a device', () => {
  const storeOf = (kept: Map<string, string>) => ({
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string) => void kept.set(key, text),
    remove: (key: string) => void kept.delete(key),
  })

  it('sound at first, are kept, and what cannot be read counts as nothing', () => {
    const kept = new Map<string, string>()
    const settings = createDeskSettings(storeOf(kept))
    expect(settings.view.value).toEqual({
      ...{ sound: true, volume: 'usual', notifications: false, shortcuts: true },
    })
    settings.change({ sound: false })
    expect(createDeskSettings(storeOf(kept)).view.value.sound).toBe(false)
    const broken = storeOf(new Map([['local-offer-desk-settings', '{']]))
    expect(createDeskSettings(broken).view.value.sound).toBe(true)
  })
})

describe('keys of the desk', () => {
  const press = (key: string, changes = {}) => ({
    ...{ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, isComposing: false },
    ...changes,
  })

  it('each does one thing', () => {
    expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length)
    expect(shortcutFor(press('j'), false)).toBe('line-after')
    expect(shortcutFor(press('J'), false), 'with caps lock').toBe('line-after')
    expect(shortcutFor(press('?'), false)).toBe('help')
  })

  it('mean nothing while somebody types, nor with Ctrl, Alt or Command', () => {
    expect(shortcutFor(press('j'), true)).toBeNull()
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(shortcutFor(press('r', { [held]: true }), false), held).toBeNull()
  })
})

describe('what came of a search', () => {
  const answer = { found: [], more: false, notYet: 0 }

  it('is said when it is nothing, and when it cannot look everywhere yet', () => {
    expect(foundInWords(answer, [])).toMatch(/^No conversation has all of these words\. Try fewer/)
    expect(foundInWords({ ...answer, notYet: 1200 }, [])).toMatch(
      /1,200 older conversations cannot be searched yet/,
    )
    expect(foundInWords({ ...answer, more: true }, [])).toMatch(
      /There are more: add a word, or use a filter\.$/,
    )
  })
})
