/**
 * Tells news as it comes. What comes while an answer is on its way is told once more after that: the answer may have been
 * read before it. What changed since is told anyway, in its order.
 */
export function createTeller<News>(dispatch: (news: News) => void) {
  const waiting = new Set<News[]>()
  return {
    tell: (news: News) => {
      for (const meanwhile of waiting) meanwhile.push(news)
      dispatch(news)
    },
    /** Asks, and hands a reply that is not a refusal to `take` at once. */
    withAnswer: async <Reply extends { ok: boolean }>(
      ask: () => Promise<Reply | null>,
      take: (reply: Extract<Reply, { ok: true }>) => void,
    ): Promise<Reply | null> => {
      const meanwhile: News[] = []
      waiting.add(meanwhile)
      const reply = await ask().finally(() => waiting.delete(meanwhile))
      if (!isGranted(reply)) return reply
      take(reply)
      for (const news of meanwhile) dispatch(news)
      return reply
    },
  }
}

function isGranted<Reply extends { ok: boolean }>(
  reply: Reply | null,
): reply is Extract<Reply, { ok: true }> {
  return reply?.ok === true
}
