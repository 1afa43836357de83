import { expect, it } from 'vitest'
import type { Grant, Role } from '#platform/accounts/grants.ts'
import { actorOf } from './actor.ts'

const inArea = (role: Role): Grant => ({ role, scope: { kind: 'area' } })
const providerOf = (id: string): Grant => ({ role: 'provider', scope: { kind: 'provider', id } })
const editorOf = (id: string): Grant => ({ role: 'editor', scope: { kind: 'directorate', id } })

it('makes an editor of the area an editor, also when they serve a provider', () => {
  const grants = [providerOf('p1'), inArea('editor')]
  expect(actorOf({ accountId: 'a', grants })).toEqual({ accountId: 'a', role: 'editor', providerIds: [] })
})

it('gives a person who serves several providers all of them', () => {
  const grants = [providerOf('p1'), providerOf('p2')]
  expect(actorOf({ accountId: 'a', grants })).toMatchObject({ role: 'provider', providerIds: ['p1', 'p2'] })
})

it.each([
  ['a navigator', inArea('navigator')],
  ['an administrator of accounts', inArea('admin')],
  ['a provider without a provider', inArea('provider')],
  ['an editor of something smaller than the area', editorOf('d1')],
])('gives %s no work in the CMS', (_, only) => {
  expect(actorOf({ accountId: 'a', grants: [only] })).toBeUndefined()
})

it('gives a person without any grant no work', () => {
  expect(actorOf({ accountId: 'a', grants: [] })).toBeUndefined()
})
