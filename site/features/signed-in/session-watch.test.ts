import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSessionWatch, type SessionView, type SessionWatch, type Standing } from './session-watch.ts'

const minute = 60_000

/** A server that ends a session after 60 minutes without use, and after 12 hours. */
function createServer() {
  const server = { usedAt: Date.now(), openedAt: Date.now(), isReachable: true, uses: 0, msAway: 0 }
  /** The answer is made when the question arrives and takes its time to come back. */
  async function onItsWay<Answer>(answer: Answer): Promise<Answer> {
    if (server.msAway > 0) await new Promise((arrive) => setTimeout(arrive, server.msAway))
    return answer
  }
  function standing(): Standing | 'ended' | null {
    if (!server.isReachable) return null
    const hardEnd = server.openedAt + 12 * 60 * minute
    const end = Math.min(server.usedAt + 60 * minute, hardEnd)
    if (end <= Date.now()) return 'ended'
    const secondsUntil = (at: number) => (at - Date.now()) / 1000
    return { secondsLeft: secondsUntil(end), secondsAtMost: secondsUntil(hardEnd), csrfToken: 'token' }
  }
  return {
    server,
    askStanding: () => onItsWay(standing()),
    tellUse: () => {
      if (standing() === null || standing() === 'ended') return onItsWay(standing())
      server.usedAt = Date.now()
      server.uses += 1
      return onItsWay(standing())
    },
  }
}

describe('the watch over a session', () => {
  const tabs: { watch: SessionWatch }[] = []
  let calls: ReturnType<typeof createServer>

  function openTab() {
    const shown: SessionView[] = []
    const tokens: string[] = []
    const watch = createSessionWatch({
      ...calls,
      now: () => Date.now(),
      show: (view) => shown.push(view),
      renewToken: (token) => tokens.push(token),
      callOthers: () => {
        for (const tab of tabs) if (tab.watch !== watch) void tab.watch.look()
      },
    })
    const tab = { watch, shown, tokens, says: () => shown.at(-1) ?? { is: 'quiet' } }
    tabs.push(tab)
    void watch.look()
    return tab
  }
  const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * minute)

  beforeEach(() => {
    vi.useFakeTimers()
    calls = createServer()
  })
  afterEach(() => {
    for (const { watch } of tabs.splice(0)) watch.stop()
    vi.useRealTimers()
  })

  it('is quiet for 55 minutes, then warns with the minutes that are left, then says that it has ended', async () => {
    const tab = openTab()
    await pass(54)
    expect(tab.shown).toEqual([])
    await pass(1.1)
    expect(tab.says()).toEqual({ is: 'ending', minutes: 5, canStay: true })
    await pass(2)
    expect(tab.says()).toEqual({ is: 'ending', minutes: 3, canStay: true })
    await pass(3)
    expect(tab.says()).toEqual({ is: 'ended' })
    expect(calls.server.uses).toBe(0)
  })

  it('goes on with one press', async () => {
    const tab = openTab()
    await pass(56)
    tab.watch.noteDeed()
    await pass(0)
    expect(tab.says()).toEqual({ is: 'quiet' })
    await pass(54)
    expect(tab.says()).toEqual({ is: 'quiet' })
    await pass(2)
    expect(tab.says()).toMatchObject({ is: 'ending' })
  })

  it('never warns somebody who types, and tells the server once a minute at most', async () => {
    const tab = openTab()
    await pass(0)
    for (let second = 0; second < 7200; second += 5) {
      tab.watch.noteDeed()
      await vi.advanceTimersByTimeAsync(5000)
    }
    expect(tab.shown).toEqual([])
    expect(calls.server.uses).toBeGreaterThan(100)
    expect(calls.server.uses).toBeLessThanOrEqual(120)
  })

  it('counts a deed that came too soon after another to be told at once', async () => {
    const tab = openTab()
    await pass(1)
    tab.watch.noteDeed()
    await pass(0.9)
    tab.watch.noteDeed()
    await pass(58)
    expect(tab.shown).toEqual([])
  })

  it('goes on in all tabs when something is done in one', async () => {
    const [one, other] = [openTab(), openTab()]
    await pass(56)
    expect([one.says().is, other.says().is]).toEqual(['ending', 'ending'])
    one.watch.noteDeed()
    await pass(0)
    expect([one.says().is, other.says().is]).toEqual(['quiet', 'quiet'])
  })

  it('says when nothing can make it longer', async () => {
    const tab = openTab()
    for (let hours = 0; hours < 12; hours += 0.5) {
      tab.watch.noteDeed()
      await pass(29)
      tab.watch.noteDeed()
      await pass(hours === 11.5 ? 0 : 1)
    }
    expect(tab.says()).toMatchObject({ is: 'ending', canStay: false })
  })

  it('keeps what it says while the server cannot be reached, and asks again', async () => {
    const tab = openTab()
    await pass(56)
    calls.server.isReachable = false
    tab.watch.noteDeed()
    await pass(1)
    expect(tab.says()).toMatchObject({ is: 'ending' })
    calls.server.isReachable = true
    await pass(1)
    tab.watch.noteDeed()
    await pass(0)
    expect(tab.says()).toEqual({ is: 'quiet' })
  })

  it('finds a new sign-in when the page is looked at again, and hands its token to the forms', async () => {
    const tab = openTab()
    await pass(61)
    expect(tab.says()).toEqual({ is: 'ended' })
    tab.watch.noteDeed()
    expect(calls.server.uses).toBe(0)
    calls.server.usedAt = Date.now()
    await tab.watch.look()
    expect(tab.says()).toEqual({ is: 'quiet' })
    expect(tab.tokens.at(-1)).toBe('token')
  })

  it('asks anew when an older question is still on its way, whose answer knows nothing of the end', async () => {
    const tab = openTab()
    await pass(1)
    calls.server.msAway = 500
    tab.watch.noteDeed()
    calls.server.openedAt = -Infinity
    void tab.watch.look()
    await pass(1)
    expect(tab.says()).toEqual({ is: 'ended' })
  })

  it('tells of a press though it is just asking how the session stands', async () => {
    const tab = openTab()
    await pass(56)
    calls.server.msAway = 500
    void tab.watch.look()
    tab.watch.noteDeed()
    await pass(1)
    expect(calls.server.uses).toBe(1)
    expect(tab.says()).toEqual({ is: 'quiet' })
  })

  it('asks once more at most, however often it is pressed while an answer is on its way', async () => {
    const tab = openTab()
    await pass(56)
    calls.server.msAway = 500
    for (let press = 0; press < 20; press += 1) tab.watch.noteDeed()
    await pass(1)
    expect(calls.server.uses).toBeLessThanOrEqual(2)
    expect(tab.says()).toEqual({ is: 'quiet' })
  })
})
