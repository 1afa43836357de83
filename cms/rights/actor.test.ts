import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Grant, Role } from '#platform/accounts/grants.ts'
import { clubProvider, poolProvider } from '../people.fixture.ts'
import { type RunningCms, startCms } from '../running-cms.fixture.ts'
import { actorOf } from './actor.ts'

let cms: RunningCms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const actorWith = (grants: Grant[]) => actorOf(cms.fresh, { accountId: 'a', grants })

const inArea = (role: Role): Grant => ({ role, scope: { kind: 'area' } })
const providerOf = (id: string): Grant => ({ role: 'provider', scope: { kind: 'provider', id } })
const editorOf = (id: string): Grant => ({ role: 'editor', scope: { kind: 'directorate', id } })

it('makes an editor of the area an editor, also when they serve a provider', async () => {
  const actor = await actorWith([providerOf('p1'), inArea('editor'), editorOf('leisure')])
  expect(actor).toEqual({ accountId: 'a', role: 'editor', providerIds: [] })
})

it('gives a person who serves several providers all of them', async () => {
  const actor = await actorWith([providerOf('p1'), providerOf('p2')])
  expect(actor).toMatchObject({ role: 'provider', providerIds: ['p1', 'p2'] })
})

it('gives an editor of a directorate the organisations that it looks after, as is published', async () => {
  expect(await actorWith([editorOf('leisure'), providerOf('p1'), providerOf(poolProvider)])).toEqual({
    ...{ accountId: 'a', role: 'directorate-editor', directorates: ['leisure'] },
    ...{ providerIds: [poolProvider], alsoServes: ['p1'] },
  })
  expect(await actorWith([editorOf('schools')])).toMatchObject({
    role: 'directorate-editor',
    providerIds: [clubProvider],
  })
})

it.each([
  ['a navigator', inArea('navigator')],
  ['an administrator of accounts', inArea('admin')],
  ['a provider without a provider', inArea('provider')],
  ['an editor of something else', { role: 'editor', scope: { kind: 'sector', id: 's1' } } satisfies Grant],
])('gives %s no work in the CMS', async (_, only) => {
  expect(await actorWith([only])).toBeUndefined()
})

it('gives a person without any grant no work', async () => {
  expect(await actorWith([])).toBeUndefined()
})
