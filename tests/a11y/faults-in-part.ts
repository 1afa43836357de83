import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { z } from 'zod'

/**
 * What axe finds in one part of a page, named by a selector: our own part of the editor, for example, whose other faults the
 * accessibility statement lists.
 */
export async function faultsIn(page: Page, part: string): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`)
  const { violations } = found.parse(await page.evaluate(`window.axe.run(${JSON.stringify(part)})`))
  return violations.map(({ id, help }) => `${id}: ${help}`)
}

const found = z.object({ violations: z.array(z.object({ id: z.string(), help: z.string() })) })
