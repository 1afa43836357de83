import { expect, it } from 'vitest'
import { ContentPathError, checkContentPath, checkSlug } from './content-path.ts'

it('accepts the paths that a content tree has', () => {
  for (const path of [
    'area.yaml',
    'services/quiet-swim.md',
    'guides/ehc-plans.mdx',
    'postcodes.csv',
    'media/club/hall.webp',
  ]) {
    expect(checkContentPath(path)).toBe(path)
  }
})

it.each([
  '../secrets.md',
  'services/../../etc/passwd.md',
  'services/..%2f..%2fx.md',
  'services/%2e%2e/x.md',
  '/etc/hosts.md',
  'services//x.md',
  './services/x.md',
  'services/.git/config.md',
  '.git/config',
  '.gitattributes',
  'services\\x.md',
  'services/x.md\0.yaml',
  'services/x.md\n',
  'services/X.md',
  'services/x.ts',
  'services/x.webp',
  'media/x.svg',
  'media/../x.webp',
  'services/x',
  'services/x.md:stream',
  'services/-x.md',
  `services/${'x'.repeat(200)}.md`,
  '',
])('refuses the path %j', (path) => {
  expect(() => checkContentPath(path)).toThrow(ContentPathError)
})

it.each(['..', 'a/b', 'x.lock', '@{1}', 'main~1', 'HEAD^', 'refs/heads/main', '-f', 'a b', ''])(
  'refuses %j as part of a branch name',
  (slug) => {
    expect(() => checkSlug(slug)).toThrow(ContentPathError)
  },
)
