import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { wrongInContent } from '../../site/integrations/check-content.ts'
import { readContentFiles } from '../../site/integrations/content-files.ts'

const root = mkdtempSync(join(tmpdir(), 'local-offer-own-area-'))
const content = join(root, 'site/content')
afterEach(() => rmSync(root, { recursive: true }))

it('what is left when a council takes the demonstration’s places out, as docs/running.md says, can be built', () => {
  const [, commands = ''] =
    /\n( +cd site\/content\n[^`]+)```/.exec(readFileSync('docs/running.md', 'utf8')) ?? []
  cpSync('site/content', content, { recursive: true })

  execFileSync('sh', ['-euc', commands], { cwd: root })

  expect(wrongInContent(content)).toEqual([])
  const fromElsewhere = readContentFiles(content).filter(({ text }) => /Trafford|Suffolk/.test(text))
  // Its words of other councils are named in the next sentence there.
  expect(fromElsewhere.map(({ path }) => path)).toEqual(['glossary.yaml'])
})
