import type { Message } from '#protocol/conversation.ts'

/** What became of what people wrote. In a helpdesk that keeps its word, the last three are 0. */
export interface FaultCounts {
  /** messages that people wrote */
  sent: number
  /** of these, how many their own page showed as sent */
  acknowledged: number
  /** of these, how many the other side’s page showed */
  seen: number
  /** shown as sent and not stored; or stored, and missing on a page that is in step */
  lost: number
  /** stored or shown more than once */
  doubled: number
  /** numbers with gaps, pages in another order than the store, or own messages in another order than they were written */
  misordered: number
}

/** One person’s side of a conversation: what they wrote, what they were promised, and what their page shows in its order. */
export interface Side {
  readonly written: readonly { clientMessageId: string; text: string }[]
  readonly acknowledged: readonly { clientMessageId: string; seq: number }[]
  readonly shown: readonly Message[]
}

/** Holds both sides of one conversation against what is stored of it. Texts must be unlike each other. */
export function countFaults(stored: readonly Message[], sides: readonly Side[]): FaultCounts {
  const counts = { ...noFaults }
  counts.misordered += stored.filter(({ seq }, index) => seq !== index + 1).length
  counts.doubled += extraCopies(stored.map(identityOf))
  for (const side of sides) {
    const others = sides.filter((other) => other !== side)
    const promised = new Map(side.acknowledged.map(({ clientMessageId, seq }) => [clientMessageId, seq]))
    const texts = side.written.map(({ text }) => text)
    counts.sent += side.written.length
    counts.acknowledged += promised.size
    counts.seen += texts.filter((text) =>
      others.every(({ shown }) => shown.some((message) => message.text === text)),
    ).length

    for (const { clientMessageId, text } of side.written) {
      const seq = promised.get(clientMessageId)
      const isStored = stored.some((message) => message.text === text && message.seq === seq)
      if (seq !== undefined && !isStored) counts.lost += 1
    }
    // Promised twice under different numbers: two copies somewhere.
    counts.doubled += new Set(
      side.acknowledged.map(({ seq, clientMessageId }) => `${clientMessageId} ${seq}`),
    ).size
    counts.doubled -= promised.size
    counts.misordered += disorder(stored.map(({ text }) => texts.indexOf(text)).filter((place) => place >= 0))
    countOnPage(counts, stored, side.shown)
  }
  return counts
}

/** The counts of several conversations together. */
export function addCounts(all: readonly FaultCounts[]): FaultCounts {
  const total = { ...noFaults }
  for (const counts of all)
    for (const key of ['sent', 'acknowledged', 'seen', 'lost', 'doubled', 'misordered'] as const)
      total[key] += counts[key]
  return total
}

const noFaults: FaultCounts = { sent: 0, acknowledged: 0, seen: 0, lost: 0, doubled: 0, misordered: 0 }

function countOnPage(counts: FaultCounts, stored: readonly Message[], shown: readonly Message[]): void {
  counts.lost += stored.filter(({ text }) => !shown.some((message) => message.text === text)).length
  counts.doubled += extraCopies(shown.map(identityOf))
  counts.misordered += disorder(shown.map(({ seq }) => seq))
}

/** What makes a message the same to the people who read it. Notices may be alike. */
function identityOf({ author, text, seq }: Message): string {
  return author === 'notice' ? `notice ${seq}` : `${author} ${text}`
}

function extraCopies(identities: readonly string[]): number {
  return identities.length - new Set(identities).size
}

/** How many come directly after a higher one. */
function disorder(places: readonly number[]): number {
  return places.filter((place, index) => place < (places[index - 1] ?? Number.NEGATIVE_INFINITY)).length
}
