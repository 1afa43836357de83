import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { capabilityMs, hashCapability, newCapability } from './capability.ts'
import { openTestStore } from './store.fixture.ts'

const day = 86_400_000

describeOnBothEngines('what a cookie opens', (databases) => {
  async function openStore() {
    const store = await openTestStore(await databases.open())
    const id = await store.start()
    const capability = newCapability()
    await store.database.write((trx) => store.capabilities.allow(trx, id, capability))
    const renew = () => store.database.write((trx) => store.capabilities.renew(trx, capability))
    const isOpen = async () => (await store.reader.findByCapability(capability))?.id === id
    return { ...store, capability, renew, isOpen }
  }

  it('is open for seven days after its last use, as long as the cookie itself', async () => {
    const { time, isOpen } = await openStore()
    time.now += capabilityMs - 1
    expect(await isOpen()).toBe(true)
    time.now += 1
    expect(await isOpen()).toBe(false)
  })

  it('stays open while it is used, for one write a day', async () => {
    const { time, renew, isOpen } = await openStore()
    expect(await renew()).toBe(false)
    for (let days = 0; days < 20; days += 1) {
      time.now += day
      expect([await renew(), await renew()]).toEqual([true, false])
    }
    expect(await isOpen()).toBe(true)
  })

  it('never comes back after its end, and is removed', async () => {
    const { time, database, capabilities, capability, renew, isOpen } = await openStore()
    const removeEnded = () => database.write((trx) => capabilities.removeEnded(trx))
    expect([await capabilities.hasEnded(), await removeEnded()]).toEqual([false, []])
    time.now += capabilityMs
    expect([await renew(), await isOpen(), await capabilities.hasEnded()]).toEqual([false, false, true])
    expect(await removeEnded()).toEqual([hashCapability(capability)])
    expect(await capabilities.hasEnded()).toBe(false)
  })
})
