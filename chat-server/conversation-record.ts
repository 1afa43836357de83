import { channelNames } from '#protocol/conversation.ts'
import { tagLabel } from '#records/conversation-tags.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { labelOf, needs } from '#records/taxonomy.ts'
import { cardLine, nameOf, sayWhen } from './conversation-copy.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import { readBeside } from './storage/record-reader.ts'
import type { Stores } from './stores.ts'

/** All that is kept of a conversation, in words, for the person whose it is: facts and lists under headings. */
export interface ConversationRecord {
  readonly reference: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly parts: readonly RecordPart[]
}

interface RecordPart {
  readonly title: string
  readonly entries: readonly { readonly head: string; readonly text: string }[]
}

/** Reads it. Parts of which nothing is kept are left out. `publicUrl` is the address that families see, for links. */
export async function readRecord(
  { database, reader, ratings }: Pick<Stores, 'database' | 'reader' | 'ratings'>,
  conversation: StoredConversation,
  publicUrl: string,
): Promise<ConversationRecord> {
  const messages = await reader.allMessages(conversation.id)
  const { notes, followUps, marks, gaps } = await readBeside(database.kysely, conversation.id)
  const rating = await ratings.find(conversation.id)
  const parts: RecordPart[] = [
    {
      title: 'What was said',
      entries: messages.map((message) => ({
        head: `${message.author === 'notice' ? 'The helpdesk' : nameOf(message)}, ${sayWhen(message.sentAt)}`,
        text: [message.text, message.card ? cardLine(message.card, publicUrl) : '']
          .filter(Boolean)
          .join('\n'),
      })),
    },
    {
      title: 'What staff noted for each other',
      entries: notes.map(({ by, at, text }) => ({ head: `${by ?? 'A navigator'}, ${sayWhen(at)}`, text })),
    },
    {
      title: 'What staff meant to do',
      entries: followUps.map(({ dueOn, text, doneAt }) => ({
        head: `By ${dateInWords(dueOn)}${doneAt === null ? '' : `, done at ${sayWhen(doneAt)}`}`,
        text,
      })),
    },
    {
      title: 'Points that staff marked',
      entries: marks.map(({ words, theme, at }) => ({
        head: `${sayWhen(at)}${theme === null ? '' : `, under “${theme}”`}`,
        text: words ?? 'The words are removed.',
      })),
    },
    {
      title: 'Services that we could not find',
      entries: gaps.map(({ at, ...gap }) => ({ head: sayWhen(at), text: gapInWords(gap) })),
    },
    {
      title: 'How you said it was',
      entries: rating ? [{ head: 'Did it help?', text: ratingInWords(rating) }] : [],
    },
  ]
  return {
    reference: conversation.reference,
    facts: factsOf(conversation),
    parts: parts.filter(({ entries }) => entries.length > 0),
  }
}

function factsOf(conversation: StoredConversation): ConversationRecord['facts'] {
  const { channel, startedAt, endedAt, visitorName, about, uses, email, telephone, callBackWhen } =
    conversation
  const { pageFrom, postTo, tags, navigatorName, preferredContact, blockedAt, blockReason } = conversation
  const facts: Record<string, string | null> = {
    'How it came in': channelNames[channel],
    Began: sayWhen(startedAt),
    Ended: endedAt === null ? null : sayWhen(endedAt),
    Name: visitorName,
    About: about,
    'Helps you to talk': uses.join(', ') || null,
    Email: email,
    Telephone: telephone,
    'When to ring': callBackWhen,
    'How you like to be answered': preferredContact,
    'Post to': postTo,
    'Came from': pageFrom,
    'Who dealt with it': navigatorName,
    Tags: tags.map(tagLabel).join(', ') || null,
    'Blocked at': blockedAt === null ? null : sayWhen(blockedAt),
    'Why it was blocked': blockReason,
  }
  return Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

function gapInWords(gap: {
  need: string | null
  age: number | null
  area: string | null
  words: string | null
}) {
  const need = needs.some(({ id }) => id === gap.need) ? labelOf(needs, gap.need ?? '') : gap.need
  const age = gap.age === null ? null : `age ${gap.age}`
  return [need, age, gap.area, gap.words].filter((part) => part !== null).join('; ')
}

function ratingInWords({ helped, ease }: { helped: string; ease: string | null }): string {
  return ease === null ? helped : `${helped}; how easy it was: ${ease}`
}
