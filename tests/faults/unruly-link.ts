import type { Message } from '#protocol/conversation.ts'
import type { Chance } from '../../scripts/bench/chance.ts'
import type { Interference } from '../support/talk.ts'
import type { Pace } from './pace.ts'

/**
 * What TCP cannot do to a stream of bytes, done to whole packets: requests are repeated, at once and late; answers come
 * late, in another order than the questions, or never; what is pushed comes twice, late and jumbled.
 */
export function createUnrulyLink(chance: Chance, pace: Pace): Interference {
  const sometimes = (outOf: number) => chance.upTo(outOf) === 0
  const later = async (work: () => void) => {
    await pace.exactly(chance.upTo(250))
    work()
  }

  return {
    link: ({ me, send, sync }) => ({
      me,
      async send(clientMessageId, text) {
        await pace.exactly(chance.upTo(60))
        const tries = Array.from({ length: 1 + chance.upTo(3) }, () => send(clientMessageId, text))
        if (sometimes(4)) void later(() => void send(clientMessageId, text))
        const answers = await Promise.all(tries)
        await pace.exactly(chance.upTo(120))
        // Stored, and nobody hears of it: the page must ask again.
        return sometimes(8) ? null : (answers.at(chance.upTo(answers.length)) ?? null)
      },
      async sync(lastSeq) {
        const [early, late] = [sync(lastSeq), pace.exactly(chance.upTo(200)).then(() => sync(lastSeq))]
        // Both are read, so that a refusal of either is heard.
        const answers = await Promise.all([early, late])
        return answers[chance.upTo(2)] ?? []
      },
    }),

    hear: (hear) => (message: Message) => {
      if (sometimes(10)) return
      const copies = 1 + chance.upTo(3)
      for (let copy = 0; copy < copies; copy += 1) void later(() => hear(message))
    },
  }
}
