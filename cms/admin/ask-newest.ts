/**
 * Asks about the newest of many values: when nothing newer has come for `waitMs`, and never a second time before the first
 * answer is there.
 */
export function createNewestAsker<Value, Answer>(parts: {
  readonly ask: (value: Value) => Promise<Answer>
  readonly show: (answer: Answer) => void
  readonly showTrouble: (error: unknown) => void
  readonly waitMs: number
}): NewestAsker<Value> {
  let newest: { readonly value: Value } | undefined
  let isAsking = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasEnded = false

  async function askNow(): Promise<void> {
    if (isAsking || newest === undefined) return
    const { value } = newest
    newest = undefined
    isAsking = true
    try {
      const answer = await parts.ask(value)
      if (!hasEnded) parts.show(answer)
    } catch (error) {
      if (!hasEnded) parts.showTrouble(error)
    }
    isAsking = false
    if (newest !== undefined) wait()
  }

  function wait(): void {
    clearTimeout(timer)
    if (!hasEnded) timer = setTimeout(() => void askNow(), parts.waitMs)
  }

  return {
    about(value) {
      newest = { value }
      wait()
    },
    end() {
      hasEnded = true
      clearTimeout(timer)
    },
  }
}

export interface NewestAsker<Value> {
  about(value: Value): void
  /** Nothing is shown any more. */
  end(): void
}
