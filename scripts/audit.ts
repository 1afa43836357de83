/**
 * Audits every page of a built release: `npm run audit -- [release folder] [--all]`.
 * The folder is RELEASE_DIR, else dist/site, where "npm run build" prints it; the records come from CONTENT_DIR, else site/content.
 * With --all pa11y-ci looks at every page, not only at those that stand for the others.
 */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { auditWithAxe, desktopView, zoomedView } from '../tests/a11y/axe-audit.ts'
import { auditInlineCode } from '../tests/a11y/inline-audit.ts'
import { auditLinks } from '../tests/a11y/link-audit.ts'
import { auditMarkup } from '../tests/a11y/markup-audit.ts'
import { auditWithPa11y } from '../tests/a11y/pa11y-audit.ts'
import { choosePages } from '../tests/a11y/page-choice.ts'
import { readRecordFeatures } from '../tests/a11y/record-features.ts'
import { type AuditResult, listPages, summarise } from '../tests/a11y/release-pages.ts'
import { startBrowser } from '../tests/support/browser.ts'
import { serveSite } from '../tests/support/site-server.ts'

async function auditRelease(releaseDir: string, contentDir: string, all: boolean): Promise<boolean> {
  const pages = listPages(releaseDir)
  const addresses = pages.map((page) => page.path)
  const chosen = choosePages(addresses, readRecordFeatures(releaseDir, contentDir), {
    pages: 120,
    instances: 40,
  })
  console.log(`${addresses.length} pages in ${releaseDir}; ${chosen.length} stand for the others`)
  const site = await serveSite(releaseDir)
  const browser = await startBrowser()
  try {
    const audits: (() => AuditResult | Promise<AuditResult>)[] = [
      () => auditInlineCode(pages),
      () => auditLinks(releaseDir, pages),
      () => auditMarkup(pages),
      () => auditWithAxe(browser, site.origin, addresses, desktopView),
      () => auditWithAxe(browser, site.origin, chosen, zoomedView),
      () => auditWithPa11y(site.origin, all ? addresses : chosen),
    ]
    let passed = 0
    for (const audit of audits) passed += (await runAudit(audit)) ? 1 : 0
    console.log(`audits: ${passed} passed, ${audits.length - passed} failed`)
    return passed === audits.length
  } finally {
    await browser.close()
    await site.close()
  }
}

async function runAudit(audit: () => AuditResult | Promise<AuditResult>): Promise<boolean> {
  const started = performance.now()
  const result = await audit()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const passed = result.faults.length === 0
  console.log(
    `${passed ? '✔' : '✘'} ${result.audit}: ${result.pages} pages, ${result.faults.length} faults (${seconds} s)`,
  )
  for (const line of summarise(result.faults)) console.log(`    ${line}`)
  return passed
}

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const releaseDir = path.resolve(positionals[0] ?? process.env['RELEASE_DIR'] ?? 'dist/site')
if (existsSync(releaseDir)) {
  const passed = await auditRelease(
    realpathSync(releaseDir),
    process.env['CONTENT_DIR'] ?? 'site/content',
    values.all,
  )
  if (!passed) process.exitCode = 1
} else {
  console.error(`There is no release in ${releaseDir}: please run "npm run build" first.`)
  process.exitCode = 1
}
