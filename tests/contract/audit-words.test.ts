import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { auditWords } from '#platform/accounts/audit-words.ts'
import { buildFailed, buildWorks } from '../../cms/publish/build-news.ts'

const root = join(import.meta.dirname, '../..')

const sources = globSync('{platform,chat-server,cms,scripts}/**/*.ts', { cwd: root })
  .filter((file) => !/\.(test|fixture)\.ts$|^cms\/admin\/|audit-words\.ts$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))

/** The actions that the source names where it writes into the audit; those handed on are guarded by their type. */
function actionsNamed(): string[] {
  const named = sources.flatMap((text) =>
    [...text.matchAll(/\baction: ([^,}\n]+)/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/'([a-z-]+)'/g)].map(([, action = '']) => action),
    ),
  )
  // Not a deed but a header: the answer to being shown inside another page.
  return [...new Set([...named, buildFailed, buildWorks])].filter((action) => action !== 'deny')
}

it('the audit log has a sentence for everything that is written down', () => {
  expect(actionsNamed().length).toBeGreaterThan(30)
  expect(actionsNamed().filter((action) => !(action in auditWords))).toEqual([])
})

it('the audit log has no sentence for what nobody does', () => {
  // Named whole, or with an end that is filled in.
  const isDone = (action: string) =>
    sources.some(
      (text) => text.includes(`'${action}'`) || text.includes(`\`${action.replace(/-[a-z]+$/, '-')}\${`),
    )
  expect(Object.keys(auditWords).filter((action) => !isDone(action))).toEqual([])
})
