import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rememberFocus } from './focus-later.ts'

/** A page on which one button has the focus, with a heading and two fields. */
function openPage() {
  const page: { activeElement: object | null; body: object } = { activeElement: null, body: { tabIndex: -1 } }
  const part = (tabIndex: number) => {
    const made = { tabIndex, focus: () => (page.activeElement = made) }
    return made
  }
  const parts = { take: part(0), heading: part(-1), reply: part(0), note: part(0) }
  parts.take.focus()
  return { page, ...parts }
}

const frames: (() => void)[] = []
const draw = () => {
  for (const frame of frames.splice(0)) frame()
}

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame)))

afterEach(() => vi.unstubAllGlobals())

it('moves the focus when the step is done, also from nowhere and from a heading that the page went to itself', () => {
  for (const meanwhile of ['take', 'heading', 'nowhere'] as const) {
    const { page, reply, ...others } = openPage()
    const goOn = rememberFocus(page)
    page.activeElement = meanwhile === 'nowhere' ? page.body : others[meanwhile]
    goOn(() => reply)
    expect(page.activeElement, meanwhile).toBe(reply)
  }
})

it('leaves whoever has gone on to another field, so that no word of theirs lands in this one', () => {
  const { page, reply, note } = openPage()
  const goOn = rememberFocus(page)
  note.focus()
  goOn(() => reply)
  expect(page.activeElement).toBe(note)
})

it('waits for the next frame where the place is not drawn yet, and asks once more where the person is by then', () => {
  const { page, reply, note } = openPage()
  let isDrawn = false
  const find = () => (isDrawn ? reply : null)
  rememberFocus(page)(find)
  isDrawn = true
  draw()
  expect(page.activeElement).toBe(reply)

  isDrawn = false
  rememberFocus(page)(find)
  note.focus()
  isDrawn = true
  draw()
  expect(page.activeElement).toBe(note)
})
