import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { claim, end } from '../domain/conversation.ts'
import { openTestStore } from './store.fixture.ts'

describeOnBothEngines('navigators', (databases) => {
  const openStore = async () => openTestStore(await databases.open())
  type Store = Awaited<ReturnType<typeof openStore>>

  const setSwitch = (store: Store, accountId: string, on: boolean) =>
    store.database.write((trx) => store.navigators.setSwitch(trx, accountId, on, store.time.now))
  const take = (store: Store, id: string, accountId: string) =>
    store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => claim(standing, accountId), accountId),
    )

  it('are away at first, want four chats at once and help with everything', async () => {
    const store = await openStore()
    await store.renew('sam', 1000)
    expect(await store.navigators.all()).toEqual([
      {
        ...{ accountId: 'sam', name: 'sam', available: false, leaseUntil: 1000 },
        ...{ capacity: 4, helpsWith: [], chats: 0 },
      },
    ])
    expect(await store.navigators.find('alex')).toBeUndefined()
  })

  it('give a new sign of life each time, even when the clock stands still or goes back', async () => {
    const store = await openStore()
    const signs: (number | undefined)[] = []
    for (const leaseUntil of [1000, 1000, 500, 500]) {
      await store.renew('sam', leaseUntil)
      signs.push((await store.navigators.find('sam'))?.leaseUntil)
    }
    expect(signs).toEqual([1000, 1001, 500, 501])
  })

  it('keep how they like to work when they come again', async () => {
    const store = await openStore()
    await store.renew('sam', 1000)
    const work = { capacity: 2, helpsWith: ['Urdu', 'EHC plans'] }
    await store.database.write((trx) => store.navigators.setWork(trx, 'sam', work))
    await store.renew('sam', 2000)
    expect(await store.navigators.find('sam')).toMatchObject(work)
  })

  it('have as many chats as they took and did not end; messages do not count', async () => {
    const store = await openStore()
    await store.renew('sam', 1000)
    const chats = [await store.start(), await store.start(), await store.start()]
    const message = await store.start('message')
    for (const id of [...chats, message]) await take(store, id, 'sam')
    const count = async () => (await store.navigators.find('sam'))?.chats
    expect(await count()).toBe(3)
    await store.database.write((trx) =>
      store.writer.change(trx, chats[0] ?? '', (standing) => end(standing, { kind: 'visitor' }, 1)),
    )
    expect(await count()).toBe(2)
  })

  it('are switched off when they are gone, but not if there was a sign of them meanwhile', async () => {
    const store = await openStore()
    await store.renew('sam', 1000)
    await setSwitch(store, 'sam', true)
    const switchOff = (leaseUntil: number) =>
      store.database.write((trx) => store.navigators.switchOff(trx, { accountId: 'sam', leaseUntil }))
    await store.renew('sam', 2000)
    expect(await switchOff(1000)).toBe(false)
    expect((await store.navigators.find('sam'))?.available).toBe(true)
    expect([await switchOff(2000), await switchOff(2000)]).toEqual([true, false])
    expect((await store.navigators.find('sam'))?.available).toBe(false)
  })

  it('are switched off at closing time, unless they switched on after it', async () => {
    const store = await openStore()
    const closedAt = store.time.now + 10
    await store.renew('sam', 1000)
    await store.renew('alex', 1000)
    await setSwitch(store, 'sam', true)
    store.time.now = closedAt
    await setSwitch(store, 'alex', true)
    const switchOff = () => store.database.write((trx) => store.navigators.switchOffSince(trx, closedAt))
    expect([await switchOff(), await switchOff()]).toEqual([true, false])
    expect((await store.navigators.all()).map(({ accountId, available }) => [accountId, available])).toEqual([
      ['alex', true],
      ['sam', false],
    ])
  })
})
