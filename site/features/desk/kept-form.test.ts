import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keptFields } from './kept-form.ts'

const schema = z.object({ need: z.string(), words: z.string() })
const empty = { need: '', words: '' }

describe('a small form of the desk', () => {
  const kept = (text: string) =>
    keptFields({ load: () => text, save: () => undefined }, 'gap-1', schema, empty)

  it('has after a reload what was typed', () => {
    const typed = { need: 'autism', words: 'football' }
    expect(kept(JSON.stringify(typed))).toEqual(typed)
  })

  it('is empty when nothing was kept that can be read', () => {
    for (const text of ['', '{', '{"need":1}']) expect(kept(text)).toEqual(empty)
  })
})
