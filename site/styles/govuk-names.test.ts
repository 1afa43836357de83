import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const govuk = readFileSync(
  createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'),
  'utf8',
)

/** Looks of tags that GOV.UK Frontend names by colour and we by meaning. */
const ownTags = ['govuk-tag--example', 'govuk-tag--done', 'govuk-tag--late']

describe('our stylesheets', () => {
  it('use a name of GOV.UK Frontend only where it has that name too', () => {
    const ours = read('site/styles/*.css').flatMap(({ text }) => text.match(/govuk-[a-z0-9_-]+/g) ?? [])
    const unknown = [...new Set(ours)].filter(
      (name) => !ownTags.includes(name) && !govuk.includes(`.${name}`),
    )
    expect(unknown).toEqual([])
  })
  it('keep to the colours of tokens.css', () => {
    const strays = read('site/styles/*.css')
      .filter(({ file }) => !file.endsWith('tokens.css') && !file.endsWith('print.css'))
      .flatMap(({ file, text }) =>
        (text.match(/#[0-9a-f]{3,8}\b(?=[;\s])/gi) ?? []).map((colour) => `${file} ${colour}`),
      )
    expect(strays).toEqual([])
  })
})
