import { describe, expect, it } from 'vitest'
import { findForbidden, findOverlong } from './forbidden-patterns.ts'

/** Put together from pieces, so that this file does not hold what it looks for. */
const planted: [file: string, ...pieces: string[]][] = [
  ['platform/a.ts', 'const list: Array', '<any> = []'],
  ['platform/a.ts', 'const name = value as unknown', ' as string'],
  ['site/pages/a.astro', '// @ts', '-ignore'],
  ['platform/a.ts', '// @ts', '-expect-error'],
  ['platform/a.ts', '// @ts', '-nocheck'],
  ['platform/a.ts', '// biome', '-ignore lint: no'],
  ['platform/a.test.ts', 'it', '.only("opens", open)'],
  ['platform/a.test.ts', 'describe', '.skip("opens", open)'],
  ['platform/a.test.ts', 'it', '.todo("opens")'],
  ['tests/e2e/a.spec.ts', 'test', '.fixme("opens", open)'],
  ['tests/e2e/a.spec.ts', 'test.describe', '.skip("opens", open)'],
  ['tests/e2e/a.spec.ts', 'await page.waitFor', 'Timeout(500)'],
  ['platform/a.test.ts', "import { setTimeout } from 'node:timers", "/promises'"],
  ['platform/a.test.ts', 'await new Promise((resolve) => setTime', 'out(resolve, 100))'],
  ['site/styles/a.css', '/* TO', 'DO: nicer */'],
  ['scripts/start', '# FIX', 'ME'],
  ['package-lock.json', '"resolved": "htt', 'ps://registry.example.org/a.tgz"'],
]

describe('forbidden patterns', () => {
  it.each(planted)('refuses in %s: %s%s', (file, ...pieces) => {
    expect(findForbidden(file, `\n${pieces.join('')}\n`)).toEqual([
      { file, line: 2, message: expect.stringMatching(/.{10,}/) },
    ])
  })

  it.each([
    'site/index.ts',
    'platform/utils.ts',
    'cms/helpers.ts',
    'chat-server/common.ts',
    'scripts/misc.ts',
  ])('refuses the file name %s', (file) =>
    expect(findForbidden(file, 'export const one = 1\n')).toHaveLength(1),
  )

  it('refuses .tsx on the server, and lets it be in the browser', () => {
    expect(findForbidden('chat-server/transport/page.tsx', '')).toHaveLength(1)
    expect(findForbidden('cms/transport/page.tsx', '')).toHaveLength(1)
    expect(findForbidden('cms/admin/preview.tsx', '')).toEqual([])
    expect(findForbidden('site/features/chat/chat.tsx', '')).toEqual([])
  })

  it('lets words be that only look alike', () => {
    const text = 'const methodology = skip(only)\nexpect(company).toBe(any)\n'
    expect(findForbidden('platform/a.test.ts', text)).toEqual([])
  })
})

describe('long files', () => {
  it('warns above 250 lines', () => {
    expect(findOverlong('platform/a.ts', 'x\n'.repeat(250))).toEqual([])
    expect(findOverlong('platform/a.ts', 'x\n'.repeat(251))).toHaveLength(1)
  })
})
