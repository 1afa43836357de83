import { type ConfigData, HtmlValidate } from 'html-validate/node'
import { type AuditResult, type ReleasePage, readPage } from './release-pages.ts'

/** Rules of `html-validate:recommended` that are off or changed, each with the reason. */
const changedRules: { rule: string; setting: NonNullable<ConfigData['rules']>[string]; reason: string }[] = [
  {
    rule: 'no-trailing-whitespace',
    setting: 'off',
    reason: 'white space is the printer’s, not the author’s: no reader and no browser sees it',
  },
  {
    rule: 'tel-non-breaking',
    setting: 'off',
    reason:
      'telephone links never wrap, by their style (site/styles/base.css): the number stays as it can be copied',
  },
  { rule: 'long-title', setting: 'off', reason: 'titles end with the name of the area, which may be long' },
  {
    rule: 'void-style',
    setting: 'off',
    reason: '`<br>` and `<br />` are the same to HTML; Astro and Markdown write both',
  },
  {
    rule: 'doctype-style',
    setting: 'off',
    reason: 'HTML reads the doctype in any case, and Astro prints one',
  },
]

/** Checks the markup of every page against the HTML standard. */
export async function auditMarkup(pages: readonly ReleasePage[]): Promise<AuditResult> {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: Object.fromEntries(changedRules.map(({ rule, setting }) => [rule, setting])),
  })
  const faults: AuditResult['faults'] = []
  for (const page of pages) {
    const report = await validator.validateString(readPage(page), page.file)
    for (const { line, column, ruleId, message } of report.results.flatMap((result) => result.messages)) {
      faults.push({ page: page.path, at: `${line}:${column}`, message: `${ruleId}: ${message}` })
    }
  }
  return { audit: 'markup', pages: pages.length, faults }
}
