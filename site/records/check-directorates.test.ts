import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { checkFile } from './check-content.ts'
import { type CheckedRecord, checkTogether } from './check-together.ts'
import { exampleContent } from './example-content.fixture.ts'

const provider = { id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b01', name: 'The club', description: 'Runs it.' }

function problemsWith(directorates: readonly object[], directorate: string | undefined): string[] {
  const files = exampleContent.map(({ path, text }) => {
    if (path === 'area.yaml') return { path, text: text + stringify({ directorates }) }
    if (path !== 'providers/club.md') return { path, text }
    return { path, text: `---\n${stringify({ ...provider, source: 'Made up', directorate })}---\n` }
  })
  const records = files.flatMap((file): CheckedRecord[] => [checkFile(file).record ?? []].flat())
  return checkTogether(records, () => undefined).map(({ file, field }) => `${file} ${field}`)
}

describe('who at the council looks after an organisation', () => {
  const education = { key: 'education', name: 'Education' }

  it('is one of the directorates of the area, or nobody', () => {
    expect(problemsWith([education], 'education')).toEqual([])
    expect(problemsWith([education], undefined)).toEqual([])
    expect(problemsWith([], undefined)).toEqual([])
  })

  it('is no directorate that the area does not have', () => {
    expect(problemsWith([education], 'public-health')).toEqual(['providers/club.md directorate'])
    expect(problemsWith([], 'education')).toEqual(['providers/club.md directorate'])
  })
})
