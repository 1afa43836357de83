import type { Transaction } from 'kysely'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit, Deed } from '#platform/audit.ts'
import type { Mail } from '#platform/mail.ts'
import type { Concern, ConcernPayload } from '#protocol/concerns.ts'
import type { Area } from '#records/area.ts'
import {
  type DeskPerson,
  refuseNoting,
  refuseOthersThanLeads,
  usualConcernMinutes,
} from './domain/concern.ts'
import { sayConcernRaised, sayConcernUnanswered } from './domain/concern-letters.ts'
import { firstDangerWords } from './domain/first-danger-words.ts'
import type { Letter } from './domain/letters.ts'
import { sayMoment } from './domain/opening-hours.ts'
import type { Stores } from './stores.ts'
import { deskPerson } from './transport/admission.ts'
import type { Announcer } from './transport/announcer.ts'
import { deskRoom, leadsRoom, type Namespaces, navigatorRoom } from './transport/namespaces.ts'

/** What people at the desk do about safeguarding: stored with its audit entry and its emails, then told to whom it concerns. */
export interface ConcernActions {
  /** What one person at the desk gets to see. */
  read(by: SignedIn): Promise<{ isLead: boolean; concerns: Concern[]; dangerWords: string[] }>
  raise(by: SignedIn, input: ConcernPayload<'concern:raise'>): Promise<Concern>
  acknowledge(by: SignedIn, concernId: string): Promise<Concern>
  tell(by: SignedIn, input: ConcernPayload<'concern:tell'>): Promise<Concern>
  review(by: SignedIn, input: ConcernPayload<'concern:review'>): Promise<Concern>
  close(by: SignedIn, input: ConcernPayload<'concern:close'>): Promise<Concern>
  release(by: SignedIn, concernId: string): Promise<Concern>
  /** Both give the whole list as it is then. */
  addDangerWord(by: SignedIn, word: string): Promise<string[]>
  removeDangerWord(by: SignedIn, word: string): Promise<string[]>
  /** Tells everybody again of concerns that no lead acknowledged in time: each once, on however many processes. */
  escalateOverdue(): Promise<void>
  /** Brings the first words into the list. */
  seedDangerWords(): Promise<void>
}

/** Closed concerns that the desk still lists. */
const closedShown = 20

export interface ConcernParts {
  stores: Stores
  announcer: Pick<Announcer, 'conversation'>
  namespaces: Namespaces
  audit: Pick<Audit, 'record'>
  mail: Pick<Mail, 'queue'>
  /** email addresses of the leads */
  leadAddresses: () => Promise<string[]>
  area: () => Pick<Area, 'helpdesk'>
  publicUrl: string
}

export function createConcernActions(parts: ConcernParts): ConcernActions {
  const { stores, announcer, audit, mail, area } = parts
  const { desk } = parts.namespaces
  const { concernReader, concernWriter, dangerWords } = stores
  const deskUrl = new URL('/desk/', parts.publicUrl).href

  async function record(
    trx: Transaction<unknown>,
    by: string,
    concernId: string,
    deed: Pick<Deed, 'action' | 'detail'>,
  ) {
    await audit.record(trx, { actor: by, subject: `concern:${concernId}`, ...deed })
  }

  /** Does something to a concern, with its audit entry unless `work` gives false for nothing new, and tells of it. */
  async function change(
    by: SignedIn,
    concernId: string,
    deed: Pick<Deed, 'action' | 'detail'>,
    work: (trx: Transaction<unknown>, concern: Concern) => Promise<unknown>,
  ): Promise<Concern> {
    const concern = await concernReader.find(concernId)
    await stores.database.write(async (trx) => {
      const isNew = await work(trx, concern)
      if (isNew !== false) await record(trx, by.accountId, concernId, deed)
    })
    return announce(concernId, deskPerson(by))
  }

  function changeAsLead(...[by, concernId, deed, work]: Parameters<typeof change>): Promise<Concern> {
    refuseOthersThanLeads(deskPerson(by))
    return change(by, concernId, deed, work)
  }

  /** Tells leads all of it and the raiser their part, and gives the part of `reader`. */
  async function announce(concernId: string, reader: DeskPerson): Promise<Concern> {
    const concern = await concernReader.find(concernId)
    desk.to(leadsRoom).emit('concern', concern)
    desk.to(navigatorRoom(concern.raisedBy)).except(leadsRoom).emit('concern', asRaiserSees(concern))
    return reader.isLead ? concern : asRaiserSees(concern)
  }

  async function write(
    trx: Transaction<unknown>,
    addresses: readonly string[],
    letter: Letter,
  ): Promise<void> {
    for (const to of new Set(addresses)) await mail.queue(trx, { to, ...letter })
  }

  async function changeWords(
    by: SignedIn,
    word: string,
    action: 'danger-word-add' | 'danger-word-remove',
  ): Promise<string[]> {
    refuseOthersThanLeads(deskPerson(by))
    await stores.database.write(async (trx) => {
      const changed =
        action === 'danger-word-add'
          ? await dangerWords.add(trx, word, by.accountId)
          : await dangerWords.remove(trx, word)
      if (changed)
        await audit.record(trx, { actor: by.accountId, action, subject: `danger-word:${word.toLowerCase()}` })
    })
    const words = await dangerWords.list()
    desk.to(deskRoom).emit('danger-words', { dangerWords: words })
    return words
  }

  return {
    async read(by) {
      const { isLead, accountId } = deskPerson(by)
      const list = await concernReader.list({
        closed: closedShown,
        ...(isLead ? {} : { raisedBy: accountId }),
      })
      const shown = isLead ? list : list.map(asRaiserSees)
      return { isLead, concerns: shown, dangerWords: await dangerWords.list() }
    },

    async raise(by, input) {
      const addresses = await parts.leadAddresses()
      const acknowledgeWithinMs = (area().helpdesk.concernMinutes ?? usualConcernMinutes) * 60_000
      const now = stores.clock()
      const letter = sayConcernRaised({ desk: deskUrl, by: sayMoment(now + acknowledgeWithinMs, now) })
      const { id, isNew } = await stores.database.write(async (trx) => {
        const raised = await concernWriter.raise(trx, { ...input, by, acknowledgeWithinMs })
        if (!raised.isNew) return raised
        await record(trx, by.accountId, raised.id, {
          action: 'concern-raise',
          detail: { conversation: input.conversationId, about: input.about },
        })
        await write(trx, addresses, letter)
        return raised
      })
      if (isNew) await announcer.conversation(input.conversationId)
      return announce(id, deskPerson(by))
    },

    acknowledge: (by, id) =>
      changeAsLead(by, id, { action: 'concern-acknowledge' }, (trx) =>
        concernWriter.acknowledge(trx, id, by),
      ),

    tell: (by, input) =>
      change(
        by,
        input.concernId,
        { action: 'concern-tell', detail: { whom: input.whom } },
        async (trx, concern) => {
          refuseNoting(concern, deskPerson(by))
          return concernWriter.tell(trx, { ...input, by })
        },
      ),

    review: (by, input) =>
      changeAsLead(by, input.concernId, { action: 'concern-review' }, (trx) =>
        concernWriter.review(trx, input),
      ),

    async close(by, { concernId, reason, release }) {
      const deed = { action: 'concern-close' as const, detail: { release } }
      const closed = await changeAsLead(by, concernId, deed, async (trx, { conversationId }) => {
        await concernWriter.close(trx, concernId, reason)
        if (release && !(await concernWriter.isNeeded(trx, conversationId)))
          await concernWriter.release(trx, concernId)
      })
      await announcer.conversation(closed.conversationId)
      return closed
    },

    async release(by, id) {
      const released = await changeAsLead(by, id, { action: 'conversation-release' }, (trx) =>
        concernWriter.release(trx, id),
      )
      await announcer.conversation(released.conversationId)
      return released
    },

    addDangerWord: (by, word) => changeWords(by, word, 'danger-word-add'),
    removeDangerWord: (by, word) => changeWords(by, word, 'danger-word-remove'),

    async escalateOverdue() {
      for (const id of await concernReader.overdue(stores.clock())) {
        const { concernEscalation } = area().helpdesk
        const addresses = [
          ...(await parts.leadAddresses()),
          ...(concernEscalation ? [concernEscalation] : []),
        ]
        const { raisedAt } = await concernReader.find(id)
        const letter = sayConcernUnanswered({ desk: deskUrl, raised: sayMoment(raisedAt, stores.clock()) })
        const isMine = await stores.database.write(async (trx) => {
          if (!(await concernWriter.escalate(trx, id))) return false
          await record(trx, 'system', id, {
            action: 'concern-escalate',
            detail: { emails: addresses.length },
          })
          await write(trx, addresses, letter)
          return true
        })
        if (isMine) await announce(id, { accountId: 'system', isLead: true })
      }
    },

    seedDangerWords: () => stores.database.write((trx) => dangerWords.seed(trx, firstDangerWords)),
  }
}

/** What came of it is for leads: whoever raised it sees that it is cared for, and who was told. */
function asRaiserSees(concern: Concern): Concern {
  return { ...concern, outcome: null, reviewOn: null, closeReason: null }
}
