import { expect, it } from 'vitest'
import { contentSecurityPolicy } from '#platform/security-headers.ts'

const policyOf = (url: string) => contentSecurityPolicy(url, 'https://cms.example.org')

it('allows the editor’s page two things that no other page may, and nothing else', () => {
  expect(policyOf('/admin/').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' wss://cms.example.org",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    'upgrade-insecure-requests',
  ])
})

it.each([
  '/api/cms',
  '/api/cms/pictures/x/y.webp',
  '/my-services/',
  '/content-remote/',
  '/records/services/club/history/',
  '/admin/%2e%2e/my-services/',
  '/admin/..%5cmy-services/',
])('allows %s neither', (url) => {
  expect(policyOf(url)).not.toContain('unsafe')
})
