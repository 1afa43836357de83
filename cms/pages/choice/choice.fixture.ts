import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving } from '../../running-cms.fixture.ts'

/** The version of the club’s page that a form opens with now. */
export async function openedClub(cms: RunningCms): Promise<string> {
  const { body } = await cms.ask('editor', 'getEntry', { path: 'services/club.md' })
  return z.object({ version: z.string() }).parse(body).version
}

/** Saves the club’s page from a form that was opened with a version. */
export function saveClub(cms: RunningCms, person: string, fields: object, openedVersion: string) {
  return cms.ask(person, 'persistEntry', saving('club', { ...exampleService, ...fields }, { openedVersion }))
}

/** The hidden fields of the form at an address, as a person gets it. */
export async function formAt(cms: RunningCms, person: string, address: string) {
  return hiddenIn((await cms.get(person, address)).body)
}

/** The hidden fields of the form on a page. */
export function hiddenIn(page: string): Record<string, string> {
  const found = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}
