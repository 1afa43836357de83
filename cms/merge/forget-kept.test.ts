import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { recordText, startCms } from '../running-cms.fixture.ts'
import { forgetKeptTexts } from './forget-kept.ts'
import { createKeptTexts } from './kept-texts.ts'

const day = 24 * 60 * 60_000

it('forgets after 30 days what nobody chose from, and what people wrote whose account is gone', async () => {
  const cms = await startCms()
  try {
    const { repository } = cms
    const kept = createKeptTexts(repository)
    const keep = (accountId: string, at: number, name: string) =>
      kept.keep({
        ...{
          place: { collection: 'services', slug: 'club' },
          base: undefined,
          isNew: false,
          replaces: undefined,
        },
        ...{ text: recordText({ ...exampleService, name }), on: cms.git('rev-parse', 'main'), at },
        author: { role: 'provider', accountId },
      })
    await keep('ada', 0, 'Old')
    await keep('ada', 10 * day, 'New')
    await keep('gone', 39 * day, 'Of somebody who is gone')
    const parts = { repository, kept, clock: () => 40 * day }
    const nameOf = async (accountId: string) => (accountId === 'gone' ? undefined : 'Ada')
    expect(await forgetKeptTexts({ ...parts, nameOf })).toEqual({ forgotten: 2 })
    expect((await kept.all()).map(({ record }) => record.content.data.name)).toEqual(['New'])
    expect(await forgetKeptTexts({ ...parts, nameOf })).toEqual({ forgotten: 0 })
  } finally {
    await cms.stop()
  }
})
