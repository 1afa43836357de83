import { randomUUID } from 'node:crypto'
import { claim } from '../../chat-server/domain/conversation.ts'
import { helpdeskMigrations } from '../../chat-server/storage/helpdesk-migrations.ts'
import { createStores, type Stores } from '../../chat-server/stores.ts'
import type { Database } from '../../platform/database/database.ts'

/** Conversations that are written at once. */
const inOneTransaction = 50

const subjects = ['School transport', 'EHC plan', 'Short breaks', 'Autism assessment', 'A school place']
const said = [
  'My son has been at home since September and the school has not rung us back.',
  'We were told to wait for the panel, but nobody says when it meets.',
  'The taxi came late three times this week and he was very upset.',
  'Can we ask for the plan to be looked at again before the year ends?',
  'She needs somebody to help her at lunch time, she does not eat otherwise.',
  'Thank you, that helps. What do we have to send you?',
]

/** How many conversations, and what they are. */
export interface ExampleConversations {
  readonly count: number
  readonly messagesEach: number
  /** of ten, how many this account has taken; the others wait */
  readonly takenOfTen: number
  readonly accountId: string
}

/** The helpdesk's stores on a database, its tables up to date. */
export async function openStores(database: Database): Promise<Stores> {
  await database.migrate('helpdesk', helpdeskMigrations)
  return createStores({ database, clock: Date.now, newId: randomUUID })
}

/** Writes conversations in which families tell things of different length; every tenth is a message. */
export async function writeConversations(stores: Stores, wanted: ExampleConversations): Promise<void> {
  for (let from = 0; from < wanted.count; from += inOneTransaction)
    await stores.database.write(async (trx) => {
      for (let number = from; number < Math.min(wanted.count, from + inOneTransaction); number += 1) {
        const { conversation } = await stores.writer.start(trx, {
          ...{ clientConversationId: randomUUID(), channel: number % 10 === 9 ? 'message' : 'chat' },
          ...{ name: `Family ${number}`, about: pick(subjects, number) },
        })
        const { id } = conversation
        for (let seq = 0; seq < wanted.messagesEach; seq += 1)
          await stores.messages.add(trx, id, {
            ...{ author: { kind: 'visitor' }, clientMessageId: randomUUID() },
            text: `${pick(said, number + seq)} ${pick(said, number * 3 + seq)} (${number})`,
          })
        if (number % 10 < wanted.takenOfTen)
          await stores.writer.change(trx, id, (standing) => claim(standing, wanted.accountId), 'Sam')
      }
    })
}

function pick(texts: readonly string[], number: number): string {
  return texts[number % texts.length] ?? ''
}
