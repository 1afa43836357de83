import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '#platform/database/database.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { openPageSocket } from '../support/page-socket.ts'
import { good } from '../support/talk.ts'
import { type FaultHelpdesk, startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { startConversation } from './people.ts'
import { isCommit, type SystemCall, watchSystemCalls } from './system-calls.ts'

/** `kill -9` leaves what the system holds in memory; a power cut does not. What that takes is looked at here. */

const patience = { timeout: 30_000 }

it('the connection that writes keeps a log and flushes it at every commit', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-durable-'))
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const setting = (name: string) =>
    database.write(
      async (trx) => (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(trx)).rows[0],
    )
  try {
    expect(await setting('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await setting('synchronous')).toEqual({ synchronous: 2 })
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

it('what is acknowledged is committed and flushed before, and writes that come together are flushed once', async () => {
  const house = await startFaultHelpdesk({ navigators: 0 })
  const visitors: VisitorClient[] = []
  try {
    for (let index = 0; index < 12; index += 1) visitors.push(await openVisitor(house, index))
    const [first] = visitors
    if (!first) throw new Error('There is nobody')
    const stored = new DatabaseSync(join(house.dataDir, 'local-offer.sqlite'), { readOnly: true })
    const isStored = stored.prepare('select 1 from message where text = ?')

    const stop = await watchSystemCalls(house.helpdesk.pid())
    const one = Array.from({ length: 15 }, (_, number) => `one by one ${number} ${randomUUID()}`)
    let committed = 0
    for (const text of one) {
      await send(first, text)
      if (isStored.get(text)) committed += 1
    }
    const many = visitors.slice(1).flatMap((visitor, index) =>
      Array.from({ length: 12 }, (_, number) => ({
        visitor,
        text: `at once ${index} ${number} ${randomUUID()}`,
      })),
    )
    await Promise.all(many.map(({ visitor, text }) => send(visitor, text)))
    committed += many.filter(({ text }) => isStored.get(text)).length
    const calls = typeof stop === 'string' ? [] : await stop()
    stored.close()

    const sent = one.length + many.length
    const commits = calls.filter(isCommit).length
    const flushes = calls.filter(({ kind }) => kind === 'log flushed').length
    const note =
      typeof stop === 'string'
        ? `not seen in system calls: ${stop}`
        : `${commits} commits, ${flushes} flushes of the log, seen with strace`
    const counts = {
      sent,
      acknowledged: sent,
      seen: committed,
      lost: sent - committed,
      doubled: 0,
      misordered: 0,
    }
    const early = typeof stop === 'string' ? 0 : one.filter((text) => !isFlushedBefore(calls, text)).length
    report('acknowledged before COMMIT', house.engine, { ...counts, misordered: early }, note)
    expect(committed).toBe(sent)
    expect(early).toBe(0)
    if (typeof stop === 'string') return
    expect(commits).toBeGreaterThan(0)
    // Many messages in one commit; one flush for each commit, and one more where the log begins anew.
    expect(commits).toBeLessThan(sent)
    const anew = calls.filter(({ kind }) => kind === 'database flushed').length
    expect(flushes).toBeGreaterThanOrEqual(commits - 1)
    expect(flushes).toBeLessThanOrEqual(commits + anew + 1)
  } finally {
    for (const visitor of visitors) visitor.disconnect()
    await house.stop()
  }
}, 180_000)

/** Whether the log was flushed after the text was written into it, and only then the next answer went out. */
function isFlushedBefore(calls: readonly SystemCall[], text: string): boolean {
  const written = calls.findIndex(({ kind, bytes }) => kind === 'write to the log' && bytes.includes(text))
  const flushed = calls.findIndex(({ kind }, index) => index > written && kind === 'log flushed')
  const answered = calls.findIndex(
    ({ kind, bytes }, index) =>
      index > written && kind === 'sent' && bytes.includes(`43${visitorNamespace},`),
  )
  return written >= 0 && flushed > written && answered > flushed
}

async function openVisitor(house: FaultHelpdesk, index: number): Promise<VisitorClient> {
  const { cookie } = await startConversation(house, index)
  const visitor: VisitorClient = openPageSocket(visitorNamespace, {
    ...{ address: house.address, origin: house.origin, cookie, transport: 'websocket' },
    forwardedFor: `127.5.0.${index + 1}`,
  })
  await vi.waitUntil(() => visitor.connected, patience)
  return visitor
}

const send = async (visitor: VisitorClient, text: string) =>
  good(await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text }))
