import { expect, it } from 'vitest'
import { type BrowserStore, mendKeptTexts } from './kept-in-browser.ts'
import { createShownVersions } from './shown-versions.ts'

const path = 'services/club.md'
const key = 'backup.services.club'
const typed = { raw: '---\nname: Sunday club\n---\n', path, mediaFiles: [] }

function open({
  kept = new Map<string, unknown>(),
  accountId = 'anna',
  version = 'v1',
  isThere = true,
} = {}) {
  const store: BrowserStore = {
    getItem: async (name) => kept.get(name) ?? null,
    setItem: async (name, value) => kept.set(name, value),
    removeItem: async (name) => void kept.delete(name),
  }
  const shown = createShownVersions()
  let show = (_: boolean) => {}
  const form = new Promise<boolean>((resolve) => {
    show = resolve
  })
  mendKeptTexts(store, { accountId, shown, formIsThere: () => form })
  const load = () => {
    shown.opened(path, version)
    show(isThere)
  }
  return { kept, store, shown, load }
}

async function typedAt(version: string) {
  const earlier = open({ version })
  earlier.load()
  await earlier.store.setItem(key, typed)
  return earlier.kept
}

it('gives what was typed only when the record is in its form, which would lie over it else', async () => {
  const { store, load } = open({ kept: await typedAt('v1') })
  let given: unknown
  const asking = store.getItem(key).then((value) => {
    given = value
  })
  await Promise.resolve()
  expect(given).toBeUndefined()
  load()
  await asking
  expect(given).toMatchObject(typed)
})

it('gives nothing when the form was left before it was there', async () => {
  const { store, load } = open({ kept: await typedAt('v1'), isThere: false })
  load()
  expect(await store.getItem(key)).toBeNull()
})

it('keeps of which version the text was, so that a save undoes nothing that others changed meanwhile', async () => {
  const { store, shown, load } = open({ kept: await typedAt('v1'), version: 'v2' })
  load()
  await store.getItem(key)
  expect(shown.openedAt(path)).toBe('v1')
  await store.setItem(key, typed)
  shown.opened(path, 'v3')
  await store.removeItem(key)
  expect(shown.openedAt(path)).toBe('v3')
})

it('begins with the version of the record when somebody does not want what was kept', async () => {
  const { kept, store, shown, load } = open({ kept: await typedAt('v1'), version: 'v2' })
  load()
  await store.getItem(key)
  await store.removeItem(key)
  expect(shown.openedAt(path)).toBe('v2')
  expect(kept.size).toBe(0)
})

it('offers nobody what another person typed at the same computer', async () => {
  const { store, load } = open({ kept: await typedAt('v1'), accountId: 'bert' })
  load()
  expect(await store.getItem(key)).toBeNull()
})

it('leaves all else that is kept as it is', async () => {
  const { store } = open()
  await store.setItem('user', { name: 'Anna' })
  expect(await store.getItem('user')).toEqual({ name: 'Anna' })
  await store.setItem('backup', typed.raw)
  expect(await store.getItem('backup')).toBe(typed.raw)
})
