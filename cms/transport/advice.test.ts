import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleGuide } from '#records/example-content.fixture.ts'
import { type RunningCms, recordText, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

async function saveGuide(body: string) {
  const { status, body: reply } = await cms.ask('editor', 'persistEntry', {
    branch: 'main',
    dataFiles: [{ path: 'guides/first.mdx', slug: 'first', raw: recordText(exampleGuide, body) }],
    assets: [],
    options: {
      collectionName: 'guides',
      newEntry: false,
      useWorkflow: true,
      commitMessage: 'x',
      status: 'draft',
    },
  })
  return { status, advice: Reflect.get(Object(reply), 'advice') }
}

it('a guide that is hard to read is saved, and the editor hears how hard and where to begin', async () => {
  const hard =
    'Eligibility determination necessitates comprehensive multidisciplinary consideration beforehand, notwithstanding urgency.'
  expect(await saveGuide(`${hard}\n`)).toEqual({
    status: 200,
    advice: [expect.stringContaining(`Begin with: “${hard}”`)],
  })
})

it('a guide in plain words is saved without a word', async () => {
  expect(await saveGuide('Ask us. We help you.\n')).toEqual({ status: 200, advice: [] })
})
