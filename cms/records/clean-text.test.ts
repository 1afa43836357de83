import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { saving, startCms } from '../running-cms.fixture.ts'
import { cleanText } from './clean-text.ts'

it.each([
  ['line ends of Windows, old Macs and word processors', 'one\r\ntwo\rthree\vfour', 'one\ntwo\nthree\nfour'],
  ['ends of pages, and line ends of large computers', 'one\ftwo\u0085three', 'one\ntwo\nthree'],
  ['places where a word may be broken', 'swim\u00adming\u2060', 'swimming'],
  ['hard spaces', 'M33\u00a02UG', 'M33 2UG'],
  ['signs without width, and marks at the beginning of a file', '\ufeff01632\u200b 960 014', '01632 960 014'],
  ['control characters', 'a\0b\u001bc\u0084d', 'abcd'],
  ['signs that turn the direction of the text', 'Swim\u202egnp.\u2066exe', 'Swimgnp.exe'],
])('takes out what nobody sees: %s', (_, pasted, kept) => {
  expect(cleanText(pasted)).toBe(kept)
})

it('leaves emoji, accents, typographic signs and other scripts as they are', () => {
  const text = '👩🏽‍🦽 café “Größe” – 1½ …\tاُردُو\nनमस्ते'
  expect(cleanText(text)).toBe(text)
})

it('saves a pasted text without what nobody sees, also inside groups and lists', async () => {
  const cms = await startCms()
  const contact = { telephone: '01632\u00a0960\u00a0014' }
  const pasted = { ...exampleService, name: 'Sunday\0 club\u200b', contact }
  expect((await cms.ask('provider', 'persistEntry', saving('club', pasted))).status).toBe(200)
  const saved = cms.git('show', 'cms/services/club:services/club.md')
  expect(saved).toContain('name: Sunday club\n')
  expect(saved).toContain('telephone: 01632 960 014\n')
  await cms.stop()
})
