import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { auditWords } from '#platform/accounts/audit-words.ts'
import { buildFailed } from '../../cms/fresh/week.ts'

const root = join(import.meta.dirname, '../..')

/** Every action that the program writes into the audit, as its source names it. */
function actionsInSource(): string[] {
  const files = globSync('{platform,chat-server,cms,scripts}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(test|fixture)\.ts$|^cms\/admin\//.test(file),
  )
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\baction: ([^,}\n]+)/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/'([a-z-]+)'/g)].map(([, action = '']) => action),
    ),
  )
  // Not a deed but a header: the answer to being shown inside another page.
  return [...new Set([...named, buildFailed])].filter((action) => action !== 'deny')
}

it('the audit log has a sentence for everything that is written down', () => {
  expect(actionsInSource().length).toBeGreaterThan(30)
  expect(actionsInSource().filter((action) => !(action in auditWords))).toEqual([])
})

it('the audit log has no sentence for what nobody does', () => {
  const recorded = actionsInSource()
  expect(Object.keys(auditWords).filter((action) => !recorded.includes(action))).toEqual([])
})
