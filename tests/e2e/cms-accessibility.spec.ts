import type { Page } from '@playwright/test'
import type { Role } from '../../platform/accounts/grants.ts'
import { editorFaults } from '../../site/features/statement/editor-faults.ts'
import { axeViolations, isWiderThanWindow } from '../a11y/axe-audit.ts'
import { expect, signInAs, test } from '../support/app.ts'
import { type EditorScreen, screensOfAll, screensOfEditors } from '../support/editor-screens.ts'

// A draft with another name must not stand in the lists of others.
test.use({ houseOf: 'editor-screens' })

/** 1280 pixels, the same at 400 % zoom, and a telephone. */
const widths = [1280, 390, 320]

/** After a change of the window, what reacts to it has been drawn. */
const twoFrames = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))'

/** Looks at the screens one after the other, and gives what axe finds as “rule on screen”, each once. */
async function faultsOn(page: Page, screens: readonly EditorScreen[]): Promise<string[]> {
  const faults = new Set<string>()
  for (const { name, open } of screens) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(page)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(twoFrames)
      // A notice that comes or goes is half transparent: no contrast can be said of it.
      await expect(page.locator('.Toastify--animate')).toHaveCount(0)
      if (await isWiderThanWindow(page)) faults.add(`scrolled sideways at ${width} pixels on ${name}`)
      for (const violation of await axeViolations(page)) faults.add(faultNamed(violation, name))
    }
  }
  return [...faults].sort()
}

/** “rule on screen” for a fault in the listed part of Decap; else all that axe says, so that it fails and can be read. */
function faultNamed(violation: string, screen: string): string {
  const rule = violation.split(' ', 1)[0]
  const targets = violation.split(': ').at(-1)?.split(' | ') ?? []
  const isListed = editorFaults.some(
    ({ foundByAxe: listed }) =>
      listed !== undefined && listed.rule === rule && targets.every((target) => target.includes(listed.part)),
  )
  return isListed ? `${rule} on ${screen}` : `${violation} on ${screen}`
}

function listedOn(screens: readonly EditorScreen[]): string[] {
  return editorFaults
    .flatMap(({ foundByAxe }) =>
      (foundByAxe?.screens ?? [])
        .filter((listed) => screens.some(({ name }) => name === listed))
        .map((screen) => `${foundByAxe?.rule} on ${screen}`),
    )
    .sort()
}

const everybody: [Role, readonly EditorScreen[]][] = [
  ['provider', screensOfAll],
  ['editor', [...screensOfAll, ...screensOfEditors]],
]

for (const [role, screens] of everybody)
  test(`what axe finds on the editor’s screens for a ${role} is what the statement lists`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    page.on('dialog', (dialog) => dialog.accept())
    await signInAs(page, role, '/admin/')
    expect(await faultsOn(page, screens)).toEqual(listedOn(screens))
  })
