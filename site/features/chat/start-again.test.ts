import { expect, it } from 'vitest'
import { conversation, openSession, refused } from './chat-session.fixture.ts'
import { startAgain } from './start-again.ts'

async function endedByNavigator(answers: Parameters<typeof openSession>[0]) {
  const chat = openSession(answers)
  await chat.begin()
  chat.tell({ type: 'conversation', conversation: { ...conversation, state: 'ended' } })
  return chat
}

it('shows the start, with what was not sent, once the device has forgotten the chat', async () => {
  const chat = await endedByNavigator({})
  await startAgain(chat.session, 'half a sen')
  expect(chat.news).toContain('forgotten')
  expect(chat.view()).toMatchObject({ is: 'before', draft: { text: 'half a sen' } })
})

it('stays and says so while the device can still open the chat, each time', async () => {
  let isRefused = true
  const chat = await endedByNavigator({
    forget: async () => (isRefused ? refused : { ok: true, ticket: 'ticket' }),
  })
  const stays = { is: 'over', clearing: false, problem: refused.message, keepsake: { unsent: 'half a sen' } }
  await startAgain(chat.session, 'half a sen')
  expect(chat.view()).toMatchObject(stays)
  await startAgain(chat.session, 'half a sen')
  expect(chat.view()).toMatchObject(stays)
  isRefused = false
  await startAgain(chat.session, 'half a sen')
  expect(chat.view()).toMatchObject({ is: 'before', draft: { text: 'half a sen' } })
})

it('asks nobody again for a chat that is cleared, and nothing while it is being cleared', async () => {
  let asked = 0
  let clear: (reply: { ok: true; ticket: string }) => void = () => {}
  const chat = await endedByNavigator({
    forget: () => {
      asked += 1
      return new Promise((resolve) => {
        clear = resolve
      })
    },
  })
  const clearing = chat.session.forget()
  await startAgain(chat.session)
  expect(chat.view()).toMatchObject({ is: 'over', clearing: true })
  clear({ ok: true, ticket: 'ticket' })
  await clearing
  await startAgain(chat.session)
  expect(chat.view()).toMatchObject({ is: 'before' })
  expect(asked).toBe(1)
})
