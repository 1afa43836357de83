import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningCms, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

/** The page of the menu that is marked; null without a menu. */
async function markedOn(person: string, path: string): Promise<string | null> {
  const { body } = await cms.get(person, path)
  const menu = /<nav class="staff-menu"[\s\S]+?<\/nav>/.exec(body)?.[0]
  return menu === undefined ? null : (/aria-current="page">([^<]+)</.exec(menu)?.[1] ?? '')
}

it.each([
  ['provider', '/my-services/', 'Services'],
  ['provider', '/my-services/new/', 'Services'],
  ['provider', '/my-services/club/', 'Services'],
  ['provider', '/records/services/club/history/', 'Services'],
  ['provider', '/records/providers/club/history/', 'Full editor'],
  ['editor', '/records/services/club/history/', 'Full editor'],
  ['editor', '/my-services/club/', 'This week’s list'],
  ['editor', '/drafts/', 'Drafts'],
  ['editor', '/drafts/services/club/', 'Drafts'],
  ['editor', '/weekly-list/', 'This week’s list'],
  ['editor', '/organisations/', 'Organisations'],
])('%s finds their pages above %s, with “%s” marked', async (person, path, label) => {
  expect(await markedOn(person, path)).toBe(label)
})

it.each(['/drafts/', '/organisations/'])(
  '%s ends with who is signed in and the way out, once',
  async (path) => {
    const { body } = await cms.get('editor', path)
    expect(body.split('You are signed in as editor. <a href="/sign-out/">Sign out</a>')).toHaveLength(2)
  },
)

it('whoever may not open a page finds those that they may', async () => {
  expect(await markedOn('navigator', '/drafts/')).toBe('')
  const { body } = await cms.get('provider', '/weekly-list/')
  expect(body).toContain('href="/my-services/"')
  expect(body).not.toContain('href="/weekly-list/"')
})

it('a link that opens without a sign-in shows the menu to whoever is signed in alone', async () => {
  expect(await markedOn('provider', '/still-correct/?link=x')).toBe('Services')
  expect(await markedOn('nobody', '/still-correct/?link=x')).toBeNull()
})
