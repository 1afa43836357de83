import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { openContentRepository } from '../git/content-repository.ts'
import { saving, startCms } from '../running-cms.fixture.ts'

const here = '/drafts/services/club/choose/'
const kinds = ['refs/heads', 'refs/cms/entries', 'refs/cms/kept', 'refs/cms/kept-from']
const shown = z.object({ version: z.string() })

it.each([0, 1, 2, 3])(
  'a machine that stops while a choice is saved, after %i of its refs, leaves all of it as it was',
  async (moved) => {
    const cms = await startCms()
    try {
      const { version } = shown.parse(
        (await cms.ask('editor', 'getEntry', { path: 'services/club.md' })).body,
      )
      for (const [person, name] of [
        ['provider', 'Friday club'],
        ['editor', 'Sunday club'],
      ] as const)
        await cms.ask(
          person,
          'persistEntry',
          saving('club', { ...exampleService, name }, { openedVersion: version }),
        )
      const refs = () =>
        new Map(
          cms
            .git('for-each-ref', '--format=%(refname) %(objectname)', ...kinds)
            .split('\n')
            .map(pairOf),
        )
      const before = refs()
      const { body } = await cms.get('editor', here)
      const hidden = [...body.matchAll(/name="([^"]+)" value="([^"]*)">/g)]
      const form = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
      const done = await cms.post('editor', here, { ...form, do: 'choose', 'choice-name': 'mine' })
      expect(done.statusCode).toBe(303)
      const after = refs()

      // The refs that the choice moved, of which the machine had only moved the first few.
      const changes = [...new Set([...before.keys(), ...after.keys()])]
        .map((ref) => ({ ref, from: before.get(ref) ?? null, to: after.get(ref) ?? null }))
        .filter(({ from, to }) => from !== to)
      expect(changes).toHaveLength(4)
      for (const { ref, from } of changes.slice(moved))
        cms.git('update-ref', ...(from === null ? ['-d', ref] : [ref, from]))
      writeFileSync(join(cms.repository.gitDir, 'moving-refs.json'), JSON.stringify(changes))
      const again = await openContentRepository({
        gitDir: cms.repository.gitDir,
        seedFrom: cms.repository.gitDir,
      })
      await again.close()
      expect(refs()).toEqual(before)
      expect((await cms.get('editor', here)).body).toContain('Choose what stands')
      expect(
        (await cms.post('editor', here, { ...form, do: 'choose', 'choice-name': 'mine' })).statusCode,
      ).toBe(303)
      expect(cms.git('show', 'cms/services/club:services/club.md')).toContain('Sunday club')
      expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
    } finally {
      await cms.stop()
    }
  },
)

function pairOf(line: string): [string, string] {
  const [ref = '', id = ''] = line.split(' ')
  return [ref, id]
}
