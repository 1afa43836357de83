import { expect, it } from 'vitest'
import { actorOf } from './actor.ts'

const grant = (role: string, kind: string, id?: string) => ({ role, scope: id ? { kind, id } : { kind } })

it('makes an editor of the area an editor, also when they serve a provider', () => {
  const grants = [grant('provider', 'provider', 'p1'), grant('editor', 'area')]
  expect(actorOf({ accountId: 'a', grants })).toEqual({ accountId: 'a', role: 'editor', providerIds: [] })
})

it('gives a person who serves several providers all of them', () => {
  const grants = [grant('provider', 'provider', 'p1'), grant('provider', 'provider', 'p2')]
  expect(actorOf({ accountId: 'a', grants })).toMatchObject({ role: 'provider', providerIds: ['p1', 'p2'] })
})

it.each([
  ['a navigator', grant('navigator', 'area')],
  ['an administrator of accounts', grant('admin', 'area')],
  ['a provider without a provider', grant('provider', 'area')],
  ['an editor of something smaller than the area', grant('editor', 'directorate', 'd1')],
])('gives %s no work in the CMS', (_, only) => {
  expect(actorOf({ accountId: 'a', grants: [only] })).toBeUndefined()
})

it('gives a person without any grant no work', () => {
  expect(actorOf({ accountId: 'a', grants: [] })).toBeUndefined()
})
