import { expect, it } from 'vitest'
import { createSignedTokens } from './signed-tokens.ts'

const tokens = createSignedTokens('s'.repeat(40))
const now = Date.parse('2026-11-22T12:00:00Z')
const token = tokens.sign('confirm', { id: 'r1' }, now + 1000)

it('a token says what it was made to say, until its time is over', () => {
  expect(tokens.read('confirm', token, now)).toEqual({ says: { id: 'r1' }, isExpired: false })
  expect(tokens.read('confirm', token, now + 1000)).toEqual({ says: { id: 'r1' }, isExpired: true })
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
})

it('a token is for its purpose and its secret only', () => {
  expect(tokens.read('stop', token, now)).toBeNull()
  expect(createSignedTokens('t'.repeat(40)).read('confirm', token, now)).toBeNull()
})

it('a token that was changed, cut or made up says nothing', () => {
  const [content = '', signature = ''] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ says: { id: 'r2' }, expiresAt: now * 2 })).toString('base64url')
  for (const wrong of [
    `${forged}.${signature}`,
    token.slice(0, -1),
    content,
    `${token}.x`,
    '',
    '.',
    'x'.repeat(3000),
  ])
    expect(tokens.read('confirm', wrong, now)).toBeNull()
})
