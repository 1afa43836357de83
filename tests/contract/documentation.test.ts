import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')]
const text = (path: string) => readFileSync(path, 'utf8')

describe('the documentation', () => {
  it('leads to pages and headings that are there', () => {
    expect(documents.flatMap(brokenLinks)).toEqual([])
  })

  it('names commands that npm knows', () => {
    const { scripts } = JSON.parse(text('package.json'))
    const named = documents.flatMap((path) => [...text(path).matchAll(/npm run ([\w:-]+)/g)])
    const unknown = named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name))

    expect(named.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'docs/how-it-works.md',
    'docs/safeguarding.md',
    'docs/security.md',
  ])('%s names files that are there', (path) => {
    expect(text(path).split('\n').flatMap(unknownPaths)).toEqual([])
  })

  it('lists every decision once, by its number and name', () => {
    const listed = text('docs/decisions/README.md').match(/^- \[.+?\]\(.+?\)/gm) ?? []
    const files = readdirSync('docs/decisions').filter((file) => /^\d/.test(file))
    const lines = files.map((file) => `- [${titleOf(join('docs/decisions', file))}](${file})`)

    expect(listed.toSorted()).toEqual(lines.toSorted())
    expect(files.toSorted().map((file) => Number.parseInt(file, 10))).toEqual(
      files.map((_, index) => index + 1),
    )
  })
})

function titleOf(path: string): string | undefined {
  return text(path).split('\n')[0]?.replace('# ', '')
}

/** The links of a page to files that are not there, or to headings that these do not have. */
function brokenLinks(from: string): string[] {
  return [...text(from).matchAll(/\]\((?!https?:)([^)#]*)#?([^)]*)\)/g)].flatMap(
    ([link, path = '', heading = '']) => {
      const file = path === '' ? from : join(dirname(from), path)
      const holds = existsSync(file) && (heading === '' || anchorsOf(file).includes(heading))
      return holds ? [] : [`${from}: ${link}`]
    },
  )
}

/** What a heading is called in an address: small letters, dashes for spaces, no other signs. */
function anchorsOf(file: string): string[] {
  const headings = text(file).match(/^#+ .*$/gm) ?? []
  return headings.map((line) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** What a line names as a path and is none. A path may stand beside the one before it, and hold `*` or `<id>`. */
function unknownPaths(line: string): string[] {
  let before = ''
  return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, path = '']) => {
    if (!/^\w[\w.<>*/-]*(\/|\.(ts|css|astro|yaml|json|svg))$/.test(path)) return []
    // What an installation writes is not in the repository.
    if (/^(var|dist)\//.test(path)) return []
    const roots = ['', dirname(before), before, 'chat-server', 'site/content']
    const found = roots.map((root) => join(root, path)).find(isThere)
    before = found ?? before
    return found === undefined ? [path] : []
  })
}

function isThere(path: string): boolean {
  const pattern = path.replaceAll(/<\w+>/g, '*')
  return pattern.includes('*') ? globSync(pattern).length > 0 : existsSync(pattern)
}
