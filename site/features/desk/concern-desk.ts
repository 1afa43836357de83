import { type ReadonlySignal, signal } from '@preact/signals'
import { type Concern, type ConcernPayload, concernRequests } from '#protocol/concerns.ts'
import type { Refusal } from '#protocol/contract.ts'
import { createDangerFinder, type DangerFinder } from '#protocol/danger-words.ts'
import type { Wire } from '../conversation/wire.ts'
import { isUnanswered } from './concern-words.ts'

/** What this desk knows of safeguarding. */
export type ConcernsView = {
  isLead: boolean
  concerns: readonly Concern[]
  dangerWords: readonly string[]
  /** the words in a text that may signal danger */
  findDanger: DangerFinder
}

const nothing: ConcernsView = { isLead: false, concerns: [], dangerWords: [], findDanger: () => [] }
const unreachable = 'We could not reach the helpdesk, so this is not stored yet. Try again.'

export type ConcernDesk = ReturnType<typeof createConcernDesk>

/** Safeguarding on one page of the desk. Each step gives null when it is stored, or a sentence that says why it is not. */
export function createConcernDesk(ask: Wire['ask']) {
  const view = signal<ConcernsView>(nothing)
  const raisingFor = signal<string | null>(null)

  const hear = (concern: Concern) => {
    const { concerns, ...rest } = view.value
    const others = concerns.filter(({ id }) => id !== concern.id)
    // The hold belongs to the conversation, so all its concerns share it.
    const inStep = others.map((other) =>
      other.conversationId === concern.conversationId ? { ...other, held: concern.held } : other,
    )
    view.value = {
      ...rest,
      concerns: [...inStep, concern].toSorted((one, other) => one.raisedAt - other.raisedAt),
    }
  }
  const hearWords = (dangerWords: readonly string[]) => {
    view.value = { ...view.value, dangerWords, findDanger: createDangerFinder(dangerWords) }
  }
  const done = (reply: { ok: true; concern: Concern } | Refusal | null): string | null => {
    if (reply?.ok) hear(reply.concern)
    return problemOf(reply)
  }
  const doneWords = (reply: { ok: true; dangerWords: string[] } | Refusal | null): string | null => {
    if (reply?.ok) hearWords(reply.dangerWords)
    return problemOf(reply)
  }

  return {
    view: view as ReadonlySignal<ConcernsView>,
    /** the conversation for which a concern is being written, or null */
    raisingFor,
    hear,
    hearWords,
    sync: async () => {
      const reply = await ask('concern:sync', {}, concernRequests['concern:sync'].reply)
      if (!reply?.ok) return reply
      const { isLead, concerns } = reply
      view.value = { ...view.value, isLead, concerns }
      hearWords(reply.dangerWords)
      return reply
    },
    raise: async (payload: ConcernPayload<'concern:raise'>) =>
      done(await ask('concern:raise', payload, concernRequests['concern:raise'].reply)),
    acknowledge: async (concernId: string) =>
      done(await ask('concern:acknowledge', { concernId }, concernRequests['concern:acknowledge'].reply)),
    tell: async (payload: ConcernPayload<'concern:tell'>) =>
      done(await ask('concern:tell', payload, concernRequests['concern:tell'].reply)),
    review: async (payload: ConcernPayload<'concern:review'>) =>
      done(await ask('concern:review', payload, concernRequests['concern:review'].reply)),
    close: async (payload: ConcernPayload<'concern:close'>) =>
      done(await ask('concern:close', payload, concernRequests['concern:close'].reply)),
    release: async (concernId: string) =>
      done(await ask('concern:release', { concernId }, concernRequests['concern:release'].reply)),
    addWord: async (word: string) =>
      doneWords(await ask('danger-word:add', { word }, concernRequests['danger-word:add'].reply)),
    removeWord: async (word: string) =>
      doneWords(await ask('danger-word:remove', { word }, concernRequests['danger-word:remove'].reply)),
  }
}

/** Concerns parted for the list of leads: what waits for an answer first, then what is open or holds, then the closed. */
export function partConcerns(concerns: readonly Concern[]) {
  const current = concerns.filter(({ closedAt, held }) => closedAt === null || held)
  return {
    unanswered: current.filter(isUnanswered),
    current: [...current.filter(isUnanswered), ...current.filter((concern) => !isUnanswered(concern))],
    closed: concerns.filter(({ closedAt, held }) => closedAt !== null && !held).toReversed(),
  }
}

function problemOf(reply: { ok: true } | Refusal | null): string | null {
  return reply?.ok ? null : (reply?.message ?? unreachable)
}
