import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { createAudit } from './audit.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'

describeOnBothEngines('the audit', (databases) => {
  async function openAudit() {
    const database = await databases.open()
    await migratePlatform(database)
    let time = 1000
    const audit = createAudit({ database, clock: () => time++ })
    return { database, audit }
  }

  it('keeps who did what, in order, and gives it by subject and by page', async () => {
    const { database, audit } = await openAudit()
    for (const action of ['conversation-claim', 'conversation-offer', 'conversation-end'] as const) {
      await database.write((trx) =>
        audit.record(trx, {
          actor: 'a1',
          action,
          subject: 'conversation:c1',
          detail: { words: 3, tags: ['x'] },
        }),
      )
    }
    await database.write((trx) =>
      audit.record(trx, { actor: 'system', action: 'nightly-task', subject: 'retention' }),
    )

    const all = await audit.read()
    expect(all.map(({ at, action }) => [at, action])).toEqual([
      [1000, 'conversation-claim'],
      [1001, 'conversation-offer'],
      [1002, 'conversation-end'],
      [1003, 'nightly-task'],
    ])
    expect(all[0]?.detail).toEqual({ words: 3, tags: ['x'] })
    const [, second] = await audit.read({ subject: 'conversation:c1', limit: 2 })
    expect(await audit.read({ subject: 'conversation:c1', after: second?.seq ?? 0 })).toMatchObject([
      { action: 'conversation-end' },
    ])
  })

  it('has no entry for what was undone', async () => {
    const { database, audit } = await openAudit()
    const failing = database.write(async (trx) => {
      await audit.record(trx, { actor: 'a1', action: 'conversation-claim', subject: 'conversation:c1' })
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await audit.read()).toEqual([])
  })

  it.each([
    ['change', (db: Kysely<unknown>) => sql`update audit_entry set actor = 'somebody else'`.execute(db)],
    ['removal', (db: Kysely<unknown>) => sql`delete from audit_entry`.execute(db)],
  ])('refuses the %s of an entry in the database itself', async (_, attempt) => {
    const { database, audit } = await openAudit()
    await database.write((trx) =>
      audit.record(trx, { actor: 'a1', action: 'conversation-claim', subject: 'conversation:c1' }),
    )
    await expect(attempt(database.kysely)).rejects.toThrow('audit entries are never changed')
    expect(await audit.read()).toMatchObject([{ actor: 'a1' }])
  })
})
