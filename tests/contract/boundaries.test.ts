import { afterAll, describe, expect, it } from 'vitest'
import { boundaryRules } from '../../scripts/boundary-rules.ts'
import { checkSource } from '../../scripts/check-source.ts'
import { plantTree } from '../support/planted-tree.ts'

/** One import against each rule: the file that holds it, and what it names. */
const planted: Record<string, { from: string; imports: string }> = {
  'records-import-only-zod': { from: 'site/records/planted', imports: 'node:fs' },
  'content-checks-are-pure': { from: 'site/records/check-content', imports: '../../platform/log.ts' },
  'protocol-imports-only-zod': { from: 'chat-server/protocol/planted', imports: '../domain/queue.ts' },
  'domain-has-no-io': { from: 'chat-server/domain/planted', imports: 'node:net' },
  'storage-never-imports-transport': {
    from: 'chat-server/storage/planted',
    imports: '../transport/sockets.ts',
  },
  'site-imports-no-server': { from: 'site/features/chat/planted', imports: '#platform/log.ts' },
  'helpdesk-never-imports-cms': { from: 'chat-server/transport/planted', imports: '../../cms/app.ts' },
  'cms-never-imports-helpdesk': { from: 'cms/planted', imports: '#protocol/visitor.ts' },
  'only-the-app-imports-the-editors-protocol': {
    from: 'cms/merge/planted',
    imports: '../transport/actions.ts',
  },
  'only-the-app-imports-plain-pages': { from: 'cms/close/planted', imports: '../pages/staff-pages.ts' },
  'servers-see-records-only': { from: 'cms/planted-site', imports: '../site/features/chat/island.ts' },
  'editor-sees-records-and-session': {
    from: 'cms/admin/planted-site',
    imports: '../../site/features/chat/island.ts',
  },
  'platform-stands-alone': { from: 'platform/planted', imports: '../cms/app.ts' },
  'product-never-imports-tests': { from: 'platform/planted-tests', imports: '../tests/support/browser.ts' },
  'nobody-imports-main': { from: 'scripts/planted', imports: '../chat-server/main.ts' },
}

/** What the planted imports name. */
const targets = [
  'platform/log.ts',
  'chat-server/domain/queue.ts',
  'chat-server/transport/sockets.ts',
  'chat-server/protocol/visitor.ts',
  'chat-server/main.ts',
  'cms/app.ts',
  'cms/transport/actions.ts',
  'cms/pages/staff-pages.ts',
  'site/features/chat/island.ts',
  'site/features/signed-in/watch.ts',
  'tests/support/browser.ts',
]

/** Imports that the rules allow. */
const allowed = [
  { from: 'site/features/chat/allowed', imports: '#protocol/visitor.ts' },
  { from: 'site/features/chat/allowed-records', imports: '#records/allowed.ts' },
  { from: 'platform/allowed', imports: '#records/allowed.ts' },
  { from: 'cms/admin/allowed', imports: '../../site/features/signed-in/watch.ts' },
  { from: 'chat-server/transport/allowed', imports: '#platform/log.ts' },
]

const sources = Object.fromEntries(targets.map((file) => [file, 'export const target = 1\n']))

describe('who may import whom', () => {
  const cleanUp: (() => void)[] = []
  afterAll(() => {
    for (const remove of cleanUp) remove()
  })

  function plant(extension: string, wrap: (statement: string) => string) {
    const files = [...Object.values(planted), ...allowed].map(({ from, imports }) => [
      `${from}.${extension}`,
      wrap(`import * as it from '${imports}'\nexport const planted = it\n`),
    ])
    const tree = plantTree(
      {
        ...sources,
        'site/records/allowed.ts': 'export const allowed = 1\n',
        'site/records/read-content.ts': 'export const allowed = 1\n',
        ...Object.fromEntries(files),
      },
      ['astro'],
    )
    cleanUp.push(tree.remove)
    return tree
  }

  it('has a planted violation for each rule', () => {
    expect(Object.keys(planted).sort()).toEqual(boundaryRules.map((rule) => rule.name).sort())
  })

  it('dependency-cruiser finds every planted import in .ts files and nothing else', () => {
    const tree = plant('ts', (statement) => statement)
    const { passed, output } = tree.run(
      'depcruise',
      ...['--config', '.dependency-cruiser.mjs', '--output-type', 'err'],
      ...['site', 'chat-server', 'cms', 'platform', 'scripts', 'tests'],
    )
    expect(passed).toBe(false)
    for (const [rule, { from }] of Object.entries(planted))
      expect(output).toContain(`error ${rule}: ${from}.ts`)
    expect(output).not.toMatch(/allowed[\w-]*\.ts →/)
  })

  it('dependency-cruiser finds files that import each other in a circle', () => {
    const tree = plantTree(
      {
        'platform/one.ts': "import { two } from './two.ts'\nexport const one = () => two()\n",
        'platform/two.ts': "import { one } from './one.ts'\nexport const two = () => one()\n",
      },
      ['astro'],
    )
    cleanUp.push(tree.remove)
    const { output } = tree.run(
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      'platform',
    )
    expect(output).toContain('no-circles')
  })

  it.each([
    ['frontmatter', (statement: string) => `---\n${statement}---\n<p>Hello</p>\n`],
    ['script', (statement: string) => `<p>Hello</p>\n<script>\n${statement}</script>\n`],
  ])('our own check finds every planted import in the %s of .astro files', (_place, wrap) => {
    const { faults } = checkSource(plant('astro', wrap).root)
    const messages = faults.map((fault) => `${fault.file} ${fault.message}`)
    // An .astro file cannot be one of the two content checks, which are named .ts.
    for (const [rule, { from }] of Object.entries(planted).filter(
      ([rule]) => rule !== 'content-checks-are-pure',
    )) {
      expect(messages).toContainEqual(
        expect.stringMatching(new RegExp(`^${from}\\.astro .*the rule ${rule}:`)),
      )
    }
    expect(messages.filter((message) => message.includes('allowed'))).toEqual([])
  })
})
