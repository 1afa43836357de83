import { describe, expect, it } from 'vitest'
import { createOutbox, openTabStore } from './outbox.ts'

const message = { clientMessageId: 'a', text: 'hello', writtenAt: 1, problem: null }

/** A browser's storage that keeps texts, or refuses as private windows and full disks do. */
function fakeStorage(refuses = false): Storage {
  const kept = new Map<string, string>()
  const refuse = () => {
    if (refuses) throw new DOMException('refused', 'QuotaExceededError')
  }
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      refuse()
      kept.set(key, value)
    },
    removeItem: (key) => {
      refuse()
      kept.delete(key)
    },
  }
}

describe('what I have not sent yet', () => {
  it('survives a reload', () => {
    const storage = fakeStorage()
    createOutbox(
      openTabStore(() => storage),
      'unsent',
    ).save('c1', [message])
    expect(
      createOutbox(
        openTabStore(() => storage),
        'unsent',
      ).load('c1'),
    ).toEqual([message])
  })

  it('never goes to another conversation', () => {
    const outbox = createOutbox(
      openTabStore(() => fakeStorage()),
      'unsent',
    )
    outbox.save('c1', [message])
    expect(outbox.load('c2')).toEqual([])
  })

  it('is kept in memory where the browser refuses storage', () => {
    const refused = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const storage of [refused, () => fakeStorage(true)]) {
      const outbox = createOutbox(openTabStore(storage), 'unsent')
      outbox.save('c1', [message])
      expect(outbox.load('c1')).toEqual([message])
      outbox.clear()
      expect(outbox.load('c1')).toEqual([])
    }
  })

  it('is empty when what was kept makes no sense', () => {
    const storage = fakeStorage()
    for (const text of ['', '{', '[]', '{"conversationId":"c1","messages":[{"text":4}]}']) {
      storage.setItem('unsent', text)
      expect(
        createOutbox(
          openTabStore(() => storage),
          'unsent',
        ).load('c1'),
      ).toEqual([])
    }
  })
})
