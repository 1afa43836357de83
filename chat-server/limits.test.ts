import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { visitorNamespace } from '#protocol/visitor.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { connected, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import { capabilityMs } from './storage/capability.ts'
import { createLimits, type LimitSettings, usualLimits } from './transport/limits.ts'
import { TooManyRequests } from './transport/refusals.ts'

const day = 86_400_000

describeOnBothEngines('limits that a school can live with', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const begin = async (limits: Partial<LimitSettings> = {}) => {
    helpdesk = await startTestHelpdesk(await databases.open(), limits)
  }

  it('let a whole class behind one address start, connect and write at the same time', async () => {
    await begin()
    const pupils = await Promise.all(Array.from({ length: 30 }, () => helpdesk.start()))
    const pages = await Promise.all(pupils.map(({ cookie }) => helpdesk.visitor(cookie)))
    const replies = await Promise.all(
      pages.flatMap((page) =>
        ['Hello', 'We have a question'].map((text) =>
          page.emitWithAck('message:send', { clientMessageId: randomUUID(), text }),
        ),
      ),
    )
    expect(replies.filter(({ ok }) => !ok)).toEqual([])
  })

  it('count open tabs of one conversation, say what to do, and let the next in when one closes', async () => {
    await begin({ openPerSession: 2 })
    const { cookie } = await helpdesk.start()
    const first = await helpdesk.visitor(cookie)
    await helpdesk.visitor(cookie)
    const open = () => connected(helpdesk.connect(visitorNamespace, { cookie }))
    await expect(open()).rejects.toMatchObject({
      data: {
        ...{ ok: false, code: 'slow-down', retryAfterMs: 30_000 },
        message: 'You have this open in many tabs. Close some of them. Try again in 30 seconds.',
      },
    })
    first.disconnect()
    await eventually(open)
    const another = await helpdesk.start()
    await helpdesk.visitor(another.cookie)
  })

  it('count a navigator’s windows apart from other navigators’', async () => {
    await begin({ openPerSession: 1 })
    await helpdesk.navigator('Sam')
    await expect(helpdesk.navigator('Sam')).rejects.toMatchObject({ data: { code: 'slow-down' } })
    await helpdesk.navigator('Alex')
  })

  it('count what is open from one address, for the desk and families apart', async () => {
    await begin({ openPerAddress: 2 })
    const people = await Promise.all([helpdesk.start(), helpdesk.start(), helpdesk.start()])
    const [one, two, three] = people.map(({ cookie }) => cookie)
    await helpdesk.visitor(one ?? '')
    await helpdesk.visitor(two ?? '')
    await expect(helpdesk.visitor(three ?? '')).rejects.toMatchObject({
      data: {
        ...{ code: 'slow-down', retryAfterMs: 30_000 },
        message: 'Many people are using this from where you are. Try again in 30 seconds.',
      },
    })
    await helpdesk.navigator('Sam')
  })

  it('take all IPv6 addresses of one household for one, and another household for another', async () => {
    await begin()
    const limits = createLimits({ ...usualLimits, startsPerAddress: 1 })
    limits.start('2001:db8:0:1::1')
    expect(() => limits.start('2001:db8:0:1:ffff::2')).toThrow(TooManyRequests)
    limits.start('2001:db8:0:2::1')
  })

  it('say when to come back after too many connections at once', async () => {
    await begin({ connectionsPerAddress: 1 })
    const { cookie } = await helpdesk.start()
    await helpdesk.visitor(cookie)
    const refused = await helpdesk.visitor(cookie).catch((error: { data: unknown }) => error.data)
    expect(refused).toMatchObject({
      code: 'slow-down',
      message: expect.stringMatching(/Try again in \d+ seconds?\./),
    })
  })
})

describeOnBothEngines('a cookie that opens a conversation', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  it('lives on while it is used, and so does the browser’s', async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { cookie, conversation } = await helpdesk.start()
    const visit = () => fetch(`${helpdesk.address}/api/conversations/current`, { headers: { cookie } })
    expect((await visit()).headers.get('set-cookie')).toBeNull()
    for (let visits = 0; visits < 4; visits += 1) {
      helpdesk.time.now += 5 * day
      const response = await visit()
      expect(await response.json()).toMatchObject({ conversation: { id: conversation.id } })
      expect(response.headers.get('set-cookie')).toMatch(/Max-Age=604800/)
    }
    helpdesk.time.now += 5 * day
    await helpdesk.visitor(cookie)
    helpdesk.time.now += 5 * day
    await helpdesk.visitor(cookie)
  })

  it('opens nothing after seven days, and its open pages close', async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { cookie } = await helpdesk.start()
    const page = await helpdesk.visitor(cookie)
    const closed = new Promise((resolve) => page.once('disconnect', resolve))
    helpdesk.time.now += capabilityMs
    await expect(helpdesk.visitor(cookie)).rejects.toMatchObject({ data: { code: 'not-found' } })
    await helpdesk.helpdesk.makeRound()
    await closed
  })
})
