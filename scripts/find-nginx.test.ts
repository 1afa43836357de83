import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findNginx } from './find-nginx.ts'

describe('the nginx of the tests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-nginx-'))
  const nginx = path.join(folder, 'nginx')
  writeFileSync(nginx, '')
  chmodSync(nginx, 0o755)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the one that NGINX_PATH names', () => {
    expect(findNginx({ NGINX_PATH: nginx, PATH: '' })).toBe(nginx)
  })

  it('is the one of the machine', () => {
    expect(findNginx({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(nginx)
  })

  it('is missed in one sentence when NGINX_PATH names no program', () => {
    expect(() => findNginx({ NGINX_PATH: '/gone' })).toThrow(
      /^NGINX_PATH holds "\/gone", which is not a program: .*\.$/,
    )
  })
})
