import { expect, it } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { openVoice } from './voice.ts'

/** Locks as browsers have them: one holder, the others queue, and whoever steals throws the holder out. */
function browserLocks() {
  type Holder = { grant: () => void; reject: (reason: Error) => void }
  let holder: Holder | undefined
  const queue: Holder[] = []
  const request = (_: string, options: LockOptions, callback: () => Promise<never>) =>
    new Promise<never>((_, reject) => {
      const entry: Holder = { grant: () => void callback(), reject }
      options.signal?.addEventListener('abort', () => {
        if (queue.includes(entry)) queue.splice(queue.indexOf(entry), 1)
        reject(new DOMException('aborted', 'AbortError'))
      })
      if (holder && !options.steal) return void queue.push(entry)
      holder?.reject(new DOMException('stolen', 'AbortError'))
      holder = entry
      entry.grant()
    })
  return {
    request,
    /** the tab that holds the lock is closed */
    closeHolder: () => {
      holder = queue.shift()
      holder?.grant()
    },
  }
}

function openTab(locks: ReturnType<typeof browserLocks>, focused: boolean) {
  const window = new EventTarget()
  const speaks = openVoice(locks, { window, hasFocus: () => focused })
  return { speaks, focus: () => window.dispatchEvent(new Event('focus')) }
}

it('one tab speaks: the one that was looked at last, and another when it is closed', async () => {
  const locks = browserLocks()
  const first = openTab(locks, true)
  expect(first.speaks.value).toBe(true)
  const second = openTab(locks, false)
  expect(second.speaks.value).toBe(false)
  second.focus()
  expect(second.speaks.value).toBe(true)
  await eventually(() => expect(first.speaks.value).toBe(false))
  first.focus()
  await eventually(() => expect([first.speaks.value, second.speaks.value]).toEqual([true, false]))
  second.focus()
  await eventually(() => expect([first.speaks.value, second.speaks.value]).toEqual([false, true]))
  locks.closeHolder()
  await eventually(() => expect(first.speaks.value).toBe(true))
})

it('where the browser has no locks every tab speaks', () => {
  expect(openVoice(undefined, { window: new EventTarget(), hasFocus: () => false }).value).toBe(true)
})
