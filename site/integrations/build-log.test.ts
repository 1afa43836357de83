import { expect, it } from 'vitest'
import buildLog from './build-log.ts'

it('says what a build says, but not each of its pages', () => {
  const said: string[] = []
  const log = buildLog({ write: ({ message }) => said.push(message) })
  const dim = (text: string) => `${String.fromCharCode(27)}[2m${text}${String.fromCharCode(27)}[22m`
  const messages = [`  ${dim('├─')} services/club/index.html`, ` ${dim('(+50ms)')} `, '  ├─ a', ' (+1s) ']
  for (const message of [...messages, 'Complete!', 'Left out: a.md (+ b)'])
    log.write({ label: 'build', level: 'info', message, newLine: true })
  expect(said).toEqual(['Complete!', 'Left out: a.md (+ b)'])
})
