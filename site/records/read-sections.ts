import { markdownToMdast, mdxToMdast } from 'satteri'
import { z } from 'zod'
import { timeLimit } from './time-limits.ts'

/** A heading, or a paragraph or line of a list, as plain text. */
export interface TextBlock {
  /** 2 to 6 for a heading, 0 for text. */
  readonly depth: number
  readonly text: string
}

/** A heading and how much stands under it, also under smaller headings. The headings themselves do not count. */
export interface TextSection {
  readonly heading: string
  readonly words: number
}

/** The text below a record's fields as people read it, block by block, with the words of its time limits. */
export function blocksOf(body: string, kind: 'md' | 'mdx'): TextBlock[] {
  return blocksIn(node.parse(kind === 'mdx' ? mdxToMdast(body) : markdownToMdast(body)))
}

/** The sections of a text, in order. */
export function sectionsOf(blocks: readonly TextBlock[]): TextSection[] {
  return blocks.flatMap(({ depth, text }, index) => {
    if (depth === 0) return []
    const after = blocks.slice(index + 1)
    const end = after.findIndex((block) => block.depth > 0 && block.depth <= depth)
    const inside = (end === -1 ? after : after.slice(0, end)).filter((block) => block.depth === 0)
    return [{ heading: text, words: wordsIn(inside.map((block) => block.text).join(' ')) }]
  })
}

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

const node = z.looseObject({
  type: z.string(),
  name: z.string().nullish(),
  value: z.unknown().optional(),
  depth: z.number().optional(),
  attributes: z.array(z.looseObject({ name: z.string().optional(), value: z.unknown() })).optional(),
  children: z.array(z.unknown()).optional(),
})

type Node = z.output<typeof node>

const holdsText = new Set(['paragraph', 'heading', 'tableCell'])

function blocksIn(here: Node): TextBlock[] {
  if (holdsText.has(here.type)) return [{ depth: here.depth ?? 0, text: plain(here).trim() }]
  return (here.children ?? []).flatMap((child) => blocksIn(node.parse(child)))
}

function plain(here: Node): string {
  if (here.type === 'text' || here.type === 'inlineCode') return String(here.value)
  if (here.type === 'break') return ' '
  if (here.name === 'TimeLimit') return limitOf(here)
  return (here.children ?? []).map((child) => plain(node.parse(child))).join('')
}

function limitOf({ attributes = [] }: Node): string {
  const key = attributes.find(({ name }) => name === 'name')?.value
  return timeLimit(String(key))?.words ?? ''
}
