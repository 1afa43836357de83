import { afterEach, describe, expect, it } from 'vitest'
import { checkSource } from '../../scripts/check-source.ts'
import { type PlantedTree, plantTree } from '../support/planted-tree.ts'

// Put together here, so that this file does not hold what the checks forbid.
const any = ['a', 'ny'].join('')
const castThroughUnknown = ['as', 'unknown', 'as'].join(' ')

describe('the checks', () => {
  let tree: PlantedTree | undefined
  afterEach(() => tree?.remove())

  function plant(...planting: Parameters<typeof plantTree>): PlantedTree {
    tree = plantTree(...planting)
    return tree
  }

  it('lint refuses a type that accepts everything', () => {
    const planted = plant({ 'platform/loose.ts': `export const loose: ${any}[] = []\n` })
    const { passed, output } = planted.run('biome', 'ci', '--colors=off', '.')
    expect(output).toContain('noExplicitAny')
    expect(passed).toBe(false)
  })

  it('lint refuses a file that is not formatted', () => {
    const { passed, output } = plant({ 'platform/ugly.ts': 'export const ugly = "a" ;\n' }).run(
      'biome',
      'ci',
      '--colors=off',
      '.',
    )
    expect(output).toMatch(/platform\/ugly\.ts format/)
    expect(passed).toBe(false)
  })

  it('lint lets good code pass', () => {
    const { output, passed } = plant({ 'platform/good.ts': "export const good = 'a'\n" }).run(
      'biome',
      'ci',
      '--colors=off',
      '.',
    )
    expect(passed, output).toBe(true)
  })

  it('the compiler refuses a wrong type, and an index that may be missing', () => {
    const planted = plant(
      {
        'platform/wrong.ts':
          'const names = ["a"]\nexport const first: string = names[0]\nexport const one: string = 1\n',
      },
      ['astro', '@types/node', 'undici-types', 'preact'],
    )
    const { output } = planted.run('tsc', '-p', '.', '--noEmit')
    expect(output).toContain('platform/wrong.ts(2,14)')
    expect(output).toContain('platform/wrong.ts(3,14)')
  })

  it('type coverage refuses what came in as anything', () => {
    const planted = plant(
      {
        'platform/loose.ts': 'export const parsed = JSON.parse("1")\nexport const twice = [parsed, parsed]\n',
      },
      ['astro', '@types/node', 'undici-types', 'preact'],
    )
    const { passed, output } = planted.run(
      'type-coverage',
      '-p',
      '.',
      '--strict',
      '--at-least',
      '99.5',
      '--detail',
    )
    expect(output).toContain('platform/loose.ts')
    expect(passed).toBe(false)
  })

  it('knip refuses code that nothing uses', () => {
    const planted = plant({
      'scripts/used.ts': "import { used } from '../platform/parts.ts'\nused()\n",
      'platform/parts.ts': 'export const used = () => 1\nexport const forgotten = () => 2\n',
      'platform/left-over.ts': 'export const leftOver = 1\n',
    })
    const { passed, output } = planted.run('knip', '--no-progress')
    expect(output).toContain('forgotten')
    expect(output).toContain('platform/left-over.ts')
    expect(passed).toBe(false)
  })

  it('our own check refuses forbidden patterns, wherever they are in the tree', () => {
    const planted = plant({
      'site/pages/cast.astro': `---\nconst name = 1 ${castThroughUnknown} string\n---\n<p>{name}</p>\n`,
      'chat-server/silenced.ts': `// ${['@ts', 'ignore'].join('-')}\nexport const silenced = 1\n`,
      'package-lock.json': '{ "resolved": "https://registry.example.org/a.tgz" }\n',
    })
    const { faults } = checkSource(planted.root)
    expect(faults.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      'chat-server/silenced.ts:1',
      'package-lock.json:1',
      'site/pages/cast.astro:2',
    ])
  })

  it('our own check says when an .astro file cannot be read', () => {
    const { faults } = checkSource(plant({ 'site/pages/broken.astro': '---\nimport {\n---\n<p>\n' }).root)
    expect(faults).toEqual([expect.objectContaining({ file: 'site/pages/broken.astro' })])
  })
})
