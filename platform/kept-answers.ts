/** Answers kept in memory, up to a number of bytes. */
export interface KeptAnswers {
  get(key: string): Uint8Array | undefined
  keep(key: string, answer: Uint8Array): void
}

/** Keeps answers; when they grow over `mostBytes`, those go that nobody has asked for the longest. */
export function createKeptAnswers(mostBytes: number): KeptAnswers {
  const answers = new Map<string, Uint8Array>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= answers.get(key)?.length ?? 0
    answers.delete(key)
  }
  return {
    get(key) {
      const answer = answers.get(key)
      if (answer === undefined) return undefined
      // Maps keep the order in which keys came: the first is the one unused for longest.
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    keep(key, answer) {
      drop(key)
      if (answer.length > mostBytes) return
      answers.set(key, answer)
      bytes += answer.length
      for (const oldest of answers.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
  }
}
