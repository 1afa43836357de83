import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { leadOfArea } from './concerns.fixture.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('the list of words that may signal danger', (databases) => {
  const started: TestHelpdesk[] = []
  afterEach(async () => {
    for (const helpdesk of started.splice(0)) await helpdesk.stop()
  })
  const startOn = async (place: Awaited<ReturnType<typeof databases.place>>) => {
    const helpdesk = await startTestHelpdesk(await databases.open(place))
    started.push(helpdesk)
    return helpdesk
  }

  it('comes with the program, is kept by leads, heard by every desk and in the audit', async () => {
    const helpdesk = await startOn(await databases.place())
    const [lee, sam] = [await helpdesk.navigator('Lee', leadOfArea), await helpdesk.navigator('Sam')]
    const first = await sam.emitWithAck('concern:sync', {})
    const words = first.ok ? first.dangerWords : []
    for (const word of ['suicide', 'kill myself', 'hurt me', 'hits', 'bruise', 'touch', 'run away', 'knife'])
      expect(words).toContain(word)
    for (const word of ['overdose', 'self-harm', 'not safe', 'abuse']) expect(words).toContain(word)

    const heard: string[][] = []
    sam.on('danger-words', ({ dangerWords }) => heard.push(dangerWords))
    expect(await sam.emitWithAck('danger-word:add', { word: 'Bridge' })).toMatchObject({
      code: 'not-allowed',
    })
    expect(await sam.emitWithAck('danger-word:remove', { word: 'knife' })).toMatchObject({
      code: 'not-allowed',
    })
    await lee.emitWithAck('danger-word:add', { word: ' Railway   Bridge ' })
    await lee.emitWithAck('danger-word:remove', { word: 'knife' })
    await eventually(() => expect(heard.at(-1)).not.toContain('knife'))
    expect(heard.at(-1)).toContain('railway bridge')
    expect(await lee.emitWithAck('danger-word:add', { word: ' … ' })).toMatchObject({
      ...{ ok: false, code: 'invalid', message: 'Write a word or a few words.' },
    })
    const deeds = (await helpdesk.audit.read()).map(({ actor, action, subject }) => [actor, action, subject])
    expect(deeds).toEqual([
      ['lee', 'danger-word-add', 'danger-word:railway bridge'],
      ['lee', 'danger-word-remove', 'danger-word:knife'],
    ])
  })

  it('keeps what leads made of it when the program starts again', async () => {
    const place = await databases.place()
    const before = await startOn(place)
    const lee = await before.navigator('Lee', leadOfArea)
    await lee.emitWithAck('danger-word:remove', { word: 'knife' })
    await lee.emitWithAck('danger-word:add', { word: 'bridge' })
    const after = await startOn(place)
    const words = await (await after.navigator('Lou', leadOfArea)).emitWithAck('concern:sync', {})
    expect(words.ok && words.dangerWords).not.toContain('knife')
    expect(words.ok && words.dangerWords).toContain('bridge')
    await lee.emitWithAck('danger-word:add', { word: 'knife' })
    const again = await lee.emitWithAck('concern:sync', {})
    expect(again.ok && again.dangerWords).toContain('knife')
  })
})
