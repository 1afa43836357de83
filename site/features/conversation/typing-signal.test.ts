import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTypingSignal, createTypingWatch } from './typing-signal.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('"is typing"', () => {
  it('is told at once, repeated every three seconds, and taken back when I stop', () => {
    const tell = vi.fn()
    const signal = createTypingSignal(tell)
    for (let second = 0; second < 4; second += 1) {
      signal.typed()
      vi.advanceTimersByTime(1000)
    }
    expect(tell.mock.calls).toEqual([[true], [true]])
    vi.advanceTimersByTime(4000)
    expect(tell.mock.calls).toEqual([[true], [true], [false]])
  })
  it('is taken back once when I send', () => {
    const tell = vi.fn()
    const signal = createTypingSignal(tell)
    signal.typed()
    signal.stopped()
    signal.stopped()
    vi.advanceTimersByTime(10_000)
    expect(tell.mock.calls).toEqual([[true], [false]])
  })
  it('of the other side goes away when nothing more is heard', () => {
    const show = vi.fn()
    createTypingWatch(show)(true)
    vi.advanceTimersByTime(7000)
    expect(show.mock.calls).toEqual([[true], [false]])
  })
})
