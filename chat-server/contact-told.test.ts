import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Contact } from '#protocol/desk-contact.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { type DeskClient, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('how to reach a family', (databases) => {
  let helpdesk: TestHelpdesk
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  })
  afterEach(() => helpdesk.stop())

  function contactsOf(desk: DeskClient) {
    const heard: Contact[] = []
    desk.on('contact', ({ contact }) => heard.push(contact))
    return heard
  }

  it('is told at once to whoever has their conversation open, and to nobody else', async () => {
    const { cookie, conversation } = await helpdesk.start()
    const sam = await helpdesk.navigator('Sam')
    const alex = await helpdesk.navigator('Alex')
    const [opened, elsewhere] = [contactsOf(sam), contactsOf(alex)]
    const conversationId = conversation.id
    await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0, again: false })
    const kim = await helpdesk.visitor(cookie)
    await kim.emitWithAck('visitor:leave-address', { email: 'kim@example.org' })
    await eventually(() => expect(opened.at(-1)).toMatchObject({ email: 'kim@example.org' }))
    // What is asked afterwards is answered afterwards: until here nothing was told.
    await alex.emitWithAck('desk:sync', {})
    expect(elsewhere).toEqual([])
  })
})
