import { expect, it } from 'vitest'
import { joined } from './joined.ts'

it('says a list as people do', () => {
  expect(joined([])).toBe('')
  expect(joined(['gym'])).toBe('gym')
  expect(joined(['gym', 'studio'])).toBe('gym and studio')
  expect(joined(['gym', 'studio', 'sports hall'])).toBe('gym, studio and sports hall')
})
