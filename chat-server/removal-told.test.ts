import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { listenAsDesk, listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('the removal of a conversation’s text', (databases) => {
  let helpdesk: TestHelpdesk
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  })
  afterEach(() => helpdesk.stop())

  /** Somebody else than who removes it has it open, and the family, too. */
  async function openOnBothSides() {
    const { cookie, conversation } = await helpdesk.start({ name: 'Kim' })
    const sam = await helpdesk.navigator('Sam')
    const kim = await helpdesk.visitor(cookie)
    await kim.emitWithAck('message:send', { clientMessageId: conversation.id, text: 'My son is nine' })
    await sam.emitWithAck('conversation:open', { conversationId: conversation.id, lastSeq: 0, again: false })
    return { id: conversation.id, desk: listenAsDesk(sam), page: listenAsVisitor(kim), sam }
  }
  type Open = Awaited<ReturnType<typeof openOnBothSides>>

  async function expectTold({ id, desk, page, sam }: Open) {
    await eventually(() => {
      expect(desk.conversations.at(-1)).toMatchObject({ id, textRemoved: true, lastMessage: null })
      expect(page.conversations.at(-1)).toMatchObject({ id, textRemoved: true, visitorName: null })
    })
    const synced = await sam.emitWithAck('desk:sync', {})
    expect(synced).toMatchObject({ conversations: [{ id, textRemoved: true, lastMessage: null }] })
  }

  it('is told to every desk and to the family’s page when a lead removes it', async () => {
    const open = await openOnBothSides()
    const { post } = readerOfPages(helpdesk, 'Lee', 'lead')
    await post('/desk/privacy/removed/', { [`take-${open.id}`]: 'yes', reason: 'asked' })
    await expectTold(open)
  })

  it('is told when the night removes it', async () => {
    const open = await openOnBothSides()
    helpdesk.time.now += (helpdesk.area.helpdesk.retentionDays + 2) * 86_400_000
    await helpdesk.jobs.runDue()
    await expectTold(open)
  })
})
