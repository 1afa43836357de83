import fc from 'fast-check'
import { expect } from 'vitest'
import { end } from './domain/conversation.ts'
import { leaseMs } from './domain/presence.ts'
import type { Model, Talk } from './model.fixture.ts'
import * as model from './model.fixture.ts'
import * as colleagues from './model-colleagues.fixture.ts'
import type { ModelHouse } from './model-house.fixture.ts'
import { replyCommands } from './model-reply-commands.fixture.ts'
import { command, names, onOne, onTalk, same, signedIn } from './model-steps.fixture.ts'

/** What people and time do to the helpdesk, each done to the model and to the real one. Only tests import this. */
export const commands: fc.Arbitrary<fc.AsyncCommand<Model, ModelHouse>>[] = [
  fc.nat(4).map((press) => command(`start ${press}`, (known, real) => start(known, real, press))),

  onTalk('claims', (known, real, talk, name) =>
    bySign(known, real, name, async () => {
      await same(model.claim(talk, name), () => real.changes.claim(talk.id, signedIn(name)))
    }),
  ),
  onTalk('hands back', (_known, real, talk, name) =>
    same(model.handBack(talk, name), () => real.changes.handBack(talk.id, signedIn(name))),
  ),
  onTalk('accepts', (known, real, talk, name) =>
    bySign(known, real, name, async () => {
      await same(model.accept(talk, name), () => real.changes.accept(talk.id, signedIn(name)))
    }),
  ),
  onTalk('declines', (_known, real, talk, name) =>
    same(model.decline(talk, name), () => real.changes.decline(talk.id, signedIn(name))),
  ),
  onTalk('ends', (_known, real, talk, name) =>
    same(model.end(talk, name), () => real.changes.end(talk.id, signedIn(name))),
  ),
  onTalk('is ended by its visitor, whoever has it', (_known, real, talk) =>
    same(model.end(talk, null), () => endAsVisitor(real, talk.id)),
  ),
  fc
    .record({ at: fc.nat(4), name: names(), to: fc.option(names()) })
    .map(({ at, name, to }) =>
      onOne(at, `${name} offers to ${to}`, (known, real, talk) =>
        same(model.offer(known, talk, name, to), () => real.changes.offer(talk.id, signedIn(name), to)),
      ),
    ),

  fc
    .record({ at: fc.nat(4), name: names(), to: names() })
    .map(({ at, name, to }) =>
      onOne(at, `${name} asks ${to} in`, (known, real, talk) =>
        same(colleagues.invite(known, talk, name, to), () =>
          real.colleagues.invite(talk.id, signedIn(name), to),
        ),
      ),
    ),
  onTalk('joins', (_known, real, talk, name) =>
    same(colleagues.join(talk, name), () => real.colleagues.join(talk.id, signedIn(name))),
  ),
  onTalk('leaves', (_known, real, talk, name) =>
    same(colleagues.leave(talk, name, name), () => real.colleagues.leave(talk.id, signedIn(name))),
  ),
  fc
    .record({ at: fc.nat(4), name: names(), gone: names() })
    .filter(({ name, gone }) => name !== gone)
    .map(({ at, name, gone }) =>
      onOne(at, `${name} takes ${gone} out`, (_known, real, talk) =>
        same(colleagues.leave(talk, name, gone), () =>
          real.colleagues.takeOut(talk.id, signedIn(name), gone),
        ),
      ),
    ),

  ...replyCommands,
  ...[writes(), writes(), writes()],
  fc
    .record({
      at: fc.nat(4),
      side: fc.constantFrom('visitor' as const, 'navigator' as const),
      seq: fc.nat(12),
    })
    .map(({ at, side, seq }) =>
      onOne(at, `the ${side} has seen ${seq}`, async (_known, real, talk) => {
        const { database, writer } = real.stores
        const isNews = await database.write((trx) => writer.markSeen(trx, talk.id, side, seq))
        expect(isNews).toBe(model.see(talk, side, seq))
      }),
    ),
  fc.nat(4).map((at) => onOne(at, 'all at once', rush)),

  fc.record({ name: names(), on: fc.boolean() }).map(({ name, on }) =>
    command(`${name} is there, ${on ? 'available' : 'away'}`, (known, real) =>
      bySign(known, real, name, async () => {
        const { database, navigators, clock } = real.stores
        await database.write((trx) => navigators.setSwitch(trx, name, on, clock()))
        Object.assign(known.navigators.get(name) ?? {}, { available: on })
      }),
    ),
  ),
  fc.constantFrom(1000, 20_000, leaseMs, 130_000, 700_000).map((ms) =>
    command(`${ms} ms pass`, async (known, real) => {
      known.passed += ms
      real.time.now += ms
    }),
  ),
  fc.constantFrom(-3_600_000, 3_600_000).map((ms) =>
    command(`the clock jumps by ${ms} ms`, async (known, real) => {
      known.jump += ms
      real.time.jump += ms
    }),
  ),
  fc.boolean().map((closed) =>
    command(closed ? 'the office closes' : 'the office opens', async (known, real) => {
      known.closed = closed
      real.setClosed(closed)
    }),
  ),
  fc.constant(
    command('the helpdesk sweeps', async (known, real) => {
      model.sweep(known)
      await real.sweeper.returnLapsed()
      await real.sweeper.endOffers()
      await real.sweeper.closeForToday()
    }),
  ),
]

/** People write more than they do anything else. */
function writes() {
  return fc.record({ at: fc.nat(4), name: fc.option(names()), key: fc.nat(5) }).map(({ at, name, key }) =>
    onOne(at, `${name ?? 'the visitor'} writes ${key}`, async (_known, real, talk) => {
      const expected = model.write(talk, name, `message-${key}`)
      await same(expected, () => real.write(talk.id, name, `message-${key}`))
    }),
  )
}

async function start(known: Model, real: ModelHouse, press: number): Promise<void> {
  const expected = model.started(known, press)
  const pressed = await Promise.allSettled([real.start(press), real.start(press)])
  for (const result of pressed) {
    if (expected === 'ConversationNotFound')
      expect(result).toMatchObject({ status: 'rejected', reason: { name: expected } })
    else expect(result.status).toBe('fulfilled')
  }
  const ids = pressed.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(new Set(ids).size, 'a double click starts one').toBeLessThanOrEqual(1)
  if (expected !== 'new') {
    if (typeof expected !== 'string') expect(ids[0]).toBe(expected.id)
    return
  }
  known.talks.push({
    ...{ press, startedAt: model.clockOf(known), id: ids[0] ?? '', channel: 'chat', state: 'waiting' },
    ...{ promised: null, email: false, blocked: false },
    ...{ navigator: null, offer: null, colleagues: {}, messages: [], seen: { visitor: 0, navigator: 0 } },
  })
}

/** A desk that asks for something is there: it gives a sign first. */
async function bySign(
  known: Model,
  real: ModelHouse,
  name: string,
  then: () => Promise<void>,
): Promise<void> {
  model.sign(known, name)
  await real.sign(name)
  await then()
}

/** Two navigators claim, and the visitor writes the same thing twice and another: in whatever order it is done. */
async function rush(known: Model, real: ModelHouse, talk: Talk): Promise<void> {
  for (const name of ['sam', 'alex']) await bySign(known, real, name, async () => {})
  const key = `rush-${talk.messages.length}`
  const claims = ['sam', 'alex'].map((name) => real.changes.claim(talk.id, signedIn(name)))
  const writes = ['a', 'b', 'a'].map((part) => real.write(talk.id, null, `${key}-${part}`))
  const [claimed, written] = await Promise.all([Promise.allSettled(claims), Promise.allSettled(writes)])
  if (talk.state === 'waiting')
    expect(
      claimed.filter(({ status }) => status === 'fulfilled'),
      'one navigator has it',
    ).toHaveLength(1)
  const winner = claimed.findIndex(({ status }) => status === 'fulfilled')
  const stored = await real.stored(talk.id)
  for (const { author, key: storedKey } of stored.messages.slice(talk.messages.length)) {
    if (author === 'notice') model.claim(talk, winner === 0 ? 'sam' : 'alex')
    else model.write(talk, null, storedKey)
  }
  expect(written[0]).toEqual(written[2])
}

async function endAsVisitor(real: ModelHouse, id: string): Promise<void> {
  await real.stores.database.write(async (trx) => {
    const rule: Parameters<typeof real.stores.writer.change>[2] = (standing) =>
      end(standing, { kind: 'visitor' }, real.stores.clock())
    const { changed } = await real.stores.writer.change(trx, id, rule)
    if (changed) real.announcer.message(await real.stores.messages.addNotice(trx, id, 'ended'))
  })
}
