import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { exampleContent, exampleService } from '#records/example-content.fixture.ts'
import { pictureBytes } from '#records/picture.fixture.ts'
import { brandStyles } from './brand-stylesheet.ts'
import { WrongContentError, wrongInContent } from './check-content.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'))
  for (const { path, text } of exampleContent) write(path, text)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a build', () => {
  it('goes on when all records are right', () => {
    expect(wrongInContent(folder)).toEqual([])
  })
  it('ends with a sentence for each thing that is wrong, naming file and field', () => {
    write('services/club.md', exampleContent[1]?.text.replace('clubs-activities', 'clubs') ?? '')
    rmSync(join(folder, 'area.yaml'))
    const sentences = wrongInContent(folder)
    expect(sentences).toHaveLength(2)
    expect(sentences.join('\n')).toMatch(/^services\/club\.md: categories\.0: .*"clubs" is not on the list/)
    expect(sentences.join('\n')).toMatch(/area\.yaml: file: is missing/)
    expect(new WrongContentError(sentences).message).toContain(
      'The content cannot be published:\nservices/club.md',
    )
  })
  it('looks at the pictures that records name, and follows no link', () => {
    const pictures = [{ key: 'a', file: 'media/club/ramp.webp', alt: 'A ramp leads to a wide door.' }]
    write('services/club.md', `---\n${stringify({ ...exampleService, pictures })}---\n`)
    expect(wrongInContent(folder)).toEqual([expect.stringMatching(/media\/club\/ramp\.webp is not there/)])
    write('media/club/ramp.webp', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(wrongInContent(folder)).toEqual([expect.stringMatching(/is not a JPEG, PNG, WebP or AVIF/)])
    write('media/club/ramp.webp', pictureBytes.webp)
    expect(wrongInContent(folder)).toEqual([])

    renameSync(join(folder, 'media/club'), join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'media/club'))
    expect(wrongInContent(folder)).toEqual([expect.stringMatching(/is not there/)])
  })
  it('says so when there is no content at all', () => {
    expect(() => wrongInContent(join(folder, 'nothing'))).toThrow(
      /There is no content folder .*Set CONTENT_DIR/,
    )
  })
})

describe('the brand colour of an area', () => {
  it('becomes the colours of light and dark pages', () => {
    const styles = brandStyles('#0B5A5E')
    expect(styles).toContain('--brand:#0b5a5e')
    expect(styles).toMatch(/prefers-color-scheme:dark.*--brand-text:#[0-9a-f]{6}/)
  })
  it('ends the build when nobody could read it, with one that would do', () => {
    const area = exampleContent.find(({ path }) => path === 'area.yaml')?.text ?? ''
    write('area.yaml', area.replace('#0b5a5e', '#ff7f00'))
    expect(wrongInContent(folder).join('\n')).toMatch(/^area\.yaml: brandColour: #ff7f00 .* would do\.$/)
  })
})

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
