import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPreviewProcess, type PreviewProcess } from './preview-process.ts'

let root: string
let drawing: PreviewProcess

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preview-'))
  for (const folder of ['node_modules', 'dist/preview']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  drawing = createPreviewProcess({ root, limits: { answerMs: 2000, idleMs: 60_000, processorSeconds: 60 } })
})
afterEach(async () => {
  await drawing.close()
  rmSync(root, { recursive: true })
})

/** A program in the place of the real one. It answers with what `body` gives of the text of an order, and of what it was told. */
function program(body: string): void {
  writeFileSync(
    join(root, 'dist/preview/main.js'),
    `const told = []
     const say = async (text) => { ${body} }
     process.on('message', async (order) => {
       if (order.kind === 'content') told.push(order.files.map(({ path, text }) => path + '=' + text).join())
       else process.send({ kind: 'drawn', id: order.id, html: String(await say(order.file.text)), path: '/' })
     })
     process.on('disconnect', () => process.exit())`,
  )
}

const nothing = new Map<string, { blob: string; text: string }>()

async function draw(text: string, published: ReadonlyMap<string, { blob: string; text: string }> = nothing) {
  const answer = await drawing.draw(published, { file: { path: 'area.yaml', text }, pictures: [] })
  return answer.kind === 'drawn' ? answer.html : answer.kind
}

it('tells the program what is published once, and then what has changed', async () => {
  program(`return told.join(' | ')`)
  const [one, two, other] = [
    { blob: '1', text: 'one' },
    { blob: '2', text: 'two' },
    { blob: '3', text: 'other' },
  ]
  expect(await draw('', new Map([['a', one]]))).toBe('a=one')
  expect(await draw('', new Map([['a', one]]))).toBe('a=one')
  expect(
    await draw(
      '',
      new Map([
        ['a', other],
        ['b', two],
      ]),
    ),
  ).toBe('a=one | a=other,b=two')
  expect(await draw('', new Map([['b', two]]))).toBe('a=one | a=other,b=two | a=null')
})

it('knows nothing of the server, and may read and start nothing', async () => {
  program(`
    const tries = [
      () => Object.keys(process.env).filter((name) => name !== 'NODE_CHANNEL_FD' && name !== 'NODE_CHANNEL_SERIALIZATION_MODE'),
      async () => (await import('node:fs')).readFileSync('/etc/hostname', 'utf8'),
      async () => (await import('node:fs')).writeFileSync('here.txt', 'x'),
      async () => (await import('node:child_process')).execSync('id'),
    ]
    const found = []
    for (const each of tries) found.push(await Promise.resolve().then(each).then(String, (error) => error.code))
    return found.join(' ')`)
  const refused = 'ERR_ACCESS_DENIED'
  expect(await draw('')).toBe(` ${refused} ${refused} ${refused}`)
})

it('gives up a program that hangs or ends, and starts another for the next page', async () => {
  program(`
    if (text === 'hang') for (;;) {}
    if (text === 'end') process.exit(1)
    return text`)
  await expect(draw('hang')).rejects.toThrow('A preview took longer than 2000 ms.')
  expect(await draw('drawn')).toBe('drawn')
  const [ended, next] = await Promise.allSettled([draw('end'), draw('after it')])
  expect(ended).toMatchObject({ reason: { message: 'The program that draws previews has ended.' } })
  expect(next).toMatchObject({ value: 'after it' })
})

it('ends by itself when it hangs and nobody is there to end it', async () => {
  program(`for (;;) {}`)
  const limits = { answerMs: 60_000, idleMs: 60_000, processorSeconds: 1 }
  const alone = createPreviewProcess({ root, limits })
  const order = { file: { path: 'area.yaml', text: '' }, pictures: [] }
  await expect(alone.draw(nothing, order)).rejects.toThrow('The program that draws previews has ended.')
})

it('says so where the program was never built', async () => {
  await expect(draw('')).rejects.toThrow('The program that draws previews has ended.')
})

it('outlives a program that ends as it starts, and one that is not there', async () => {
  const published = new Map([['a', { blob: '1', text: 'one'.repeat(2_000_000) }]])
  await expect(draw('', published)).rejects.toThrow('has ended')
  writeFileSync(join(root, 'dist/preview/main.js'), 'process.exit(1)')
  await expect(draw('', published)).rejects.toThrow('has ended')
  program(`return 'drawn'`)
  expect(await draw('', published)).toBe('drawn')
})

it('survives a program that ends while it is told much, and one that answers nonsense', async () => {
  writeFileSync(join(root, 'dist/preview/main.js'), 'process.exit(1)')
  const much = new Map(
    Array.from({ length: 50 }, (_, index) => [
      `services/${index}.md`,
      { blob: `${index}`, text: 'x'.repeat(200_000) },
    ]),
  )
  for (let time = 0; time < 3; time += 1)
    await expect(draw('', much)).rejects.toThrow('The program that draws previews has ended.')
  writeFileSync(
    join(root, 'dist/preview/main.js'),
    `process.on('message', () => process.send({ kind: 'nonsense' }))`,
  )
  await expect(draw('')).rejects.toThrow('The program that draws previews')
})
