import { afterEach, beforeEach, expect, it } from 'vitest'
import { poolProvider } from '../../people.fixture.ts'
import { type RunningCms, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const pool = `/organisations/${poolProvider}/`
const send = (path: string, fields: Record<string, string>) =>
  cms.post('editor', `${pool}${path}`, { csrf: 'token-of-editor', ...fields })

it('nobody floods people with invitations, and what was typed is not lost', async () => {
  const invite = (number: number) =>
    send('invite/', { name: 'Petra', email: `petra-${number}@pool.example.org` })
  for (let number = 0; number < 60; number += 1) expect((await invite(number)).statusCode).toBe(303)
  const { statusCode, body } = await invite(60)
  expect(statusCode).toBe(400)
  expect(body).toContain('Wait ten minutes')
  expect(body).toContain('value="petra-60@pool.example.org"')
  expect(await cms.letters()).toHaveLength(60)
})

it('one person gets their invitation again a few times in an hour, and no more', async () => {
  const again = () => send('invite-again/', { person: 'account-pool' })
  for (let time = 0; time < 5; time += 1) expect((await again()).statusCode).toBe(303)
  expect((await again()).statusCode).toBe(429)
  expect(await cms.letters()).toHaveLength(5)
})
