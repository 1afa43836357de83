import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { openWithConcern, type WithConcern } from './concerns.fixture.ts'
import { type DeskClient, listenAsVisitor } from './helpdesk.fixture.ts'

describeOnBothEngines('a colleague who joins a conversation', (databases) => {
  let house: WithConcern
  afterEach(() => house.helpdesk.stop())

  /** Sam has Kim's chat; Alex and the lead Lee are at the desk. */
  async function begin() {
    house = await openWithConcern(await databases.open())
    const { sam, alex, lee, kim, conversationId } = house
    for (const desk of [alex, lee]) await desk.emitWithAck('desk:sync', {})
    const page = listenAsVisitor(kim)
    return {
      ...house,
      page,
      texts: () => page.messages.map(({ author, authorName, text }) => `${authorName ?? author}: ${text}`),
      invite: (desk: DeskClient = sam, to = 'alex') =>
        desk.emitWithAck('colleague:invite', { conversationId, to }),
      join: (desk: DeskClient = alex) => desk.emitWithAck('colleague:join', { conversationId }),
      write: (desk: DeskClient, text: string) =>
        desk.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text }),
    }
  }

  it('writes under their own name; the family is told, and the first keeps it', async () => {
    const { invite, join, write, alex, sam, lines, texts, conversationId, audited } = await begin()
    const asked = await invite()
    expect(asked).toMatchObject({
      ok: true,
      conversation: { navigatorId: 'sam', colleagues: [{ accountId: 'alex', name: 'Alex', joined: false }] },
    })
    await eventually(() => expect(lines.alex.conversations.at(-1)?.colleagues).toHaveLength(1))
    expect(texts(), 'a question is the desk’s own affair').toEqual([])
    expect(await write(alex, 'Too early')).toMatchObject({ code: 'taken' })

    expect(await join()).toMatchObject({
      conversation: { navigatorId: 'sam', colleagues: [{ joined: true }] },
    })
    expect(await write(alex, 'Hello from me')).toMatchObject({ ok: true })
    expect(await write(sam, 'And from me')).toMatchObject({ ok: true })
    await eventually(() => expect(texts()).toHaveLength(3))
    expect(texts()).toEqual([
      'notice: Alex has joined too. That is another navigator, a person too, who can read what you wrote. Sam is still here.',
      'Alex: Hello from me',
      'Sam: And from me',
    ])
    expect(await alex.emitWithAck('conversation:end', { conversationId })).toMatchObject({ code: 'taken' })

    await alex.emitWithAck('colleague:leave', { conversationId })
    await eventually(() => expect(texts().at(-1)).toBe('notice: Alex has left. Sam is still here.'))
    expect(await write(alex, 'Too late')).toMatchObject({ code: 'taken' })
    for (const action of ['sam colleague-invite', 'alex colleague-join', 'alex colleague-leave'])
      expect(await audited()).toContain(action)
  })

  it('is taken out again by who has it, and the question can be taken back unheard', async () => {
    const { invite, join, sam, alex, write, texts, conversationId } = await begin()
    const takeOut = () => sam.emitWithAck('colleague:take-out', { conversationId, accountId: 'alex' })
    await invite()
    expect(await takeOut()).toMatchObject({ conversation: { colleagues: [] } })
    expect(await join()).toMatchObject({ ok: false, code: 'conflict' })
    await invite()
    await join()
    await takeOut()
    await eventually(() => expect(texts().at(-1)).toBe('notice: Alex has left. Sam is still here.'))
    expect(texts()).toHaveLength(2)
    expect(await write(alex, 'Too late')).toMatchObject({ code: 'taken' })
  })

  it('must be at the desk, and somebody else', async () => {
    const { invite, lee } = await begin()
    expect(await invite(undefined, 'nobody')).toMatchObject({ code: 'conflict' })
    expect(await invite(undefined, 'sam')).toMatchObject({ code: 'conflict' })
    expect(await invite(lee, 'alex'), 'not one’s own').toMatchObject({ code: 'taken' })
  })

  it('goes on reading and writing when a concern is raised; others hear nothing', async () => {
    const { invite, join, write, raise, open, alex, lines, says } = await begin()
    await invite()
    await join()
    await open(alex)
    await raise()
    await eventually(() => expect(lines.alex.conversations.at(-1)).toMatchObject({ hold: 'readable' }))
    expect(await write(alex, 'We are both here')).toMatchObject({ ok: true })
    await says('Thank you')
    await eventually(() => expect(lines.alex.messages.at(-1)?.text).toBe('Thank you'))
    expect(await open(alex)).toMatchObject({ ok: true })
  })

  it('comes into a held conversation only when a lead asks', async () => {
    const { invite, join, raise, open, alex, lee, lines } = await begin()
    await invite()
    await raise()
    expect(await join()).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await open(alex)).toMatchObject({ code: 'not-allowed' })
    expect(await invite()).toMatchObject({ ok: false, code: 'not-allowed' })
    await invite(lee)
    await eventually(() => expect(lines.alex.conversations.at(-1)).toMatchObject({ hold: 'concealed' }))
    expect(await join()).toMatchObject({ ok: true, conversation: { hold: 'readable' } })
    expect(await open(alex)).toMatchObject({ ok: true })
  })
})
