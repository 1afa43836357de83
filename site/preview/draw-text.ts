import { satteriHeadingIdsPlugin } from 'virtual:heading-ids'
import { jsx } from 'astro/jsx-runtime'
import { createComponent, render } from 'astro/runtime/server/index.js'
import { renderJSX } from 'astro/runtime/server/jsx.js'
import { markdownToHast, markdownToHtml, mdxToHast, mdxToJs } from 'satteri'
import { z } from 'zod'
import { tooMuchToDraw } from '#records/check-markdown.ts'

/** What the site's build reads texts with. */
const features = { gfm: true, smartPunctuation: true }

/**
 * Draws the text of a record as the site's build does, but without ever making a program of it: the parsed text is walked,
 * elements become elements, and the components of guides get their literal attributes. HTML is shown as it was typed;
 * expressions and imports are left out. A guide that cannot be read as one is read as plain Markdown.
 *
 * @throws Error for a text that the parser cannot read in good time, or would make a page of that no browser opens
 */
export function drawText(body: string, kind: 'md' | 'mdx'): DrawnText {
  const tooMuch = tooMuchToDraw(body, kind)
  if (tooMuch !== undefined) throw new Error(tooMuch)
  const { tree, headings } = kind === 'mdx' ? (readMdx(body) ?? readMarkdown(body)) : readMarkdown(body)
  const Content = createComponent(async (result, props: { components?: Components }) => {
    const slugs = headings.map(({ slug }) => slug)
    return render`${await renderJSX(result, drawn(tree, { slugs, components: props.components ?? {} }))}`
  })
  return { Content, headings }
}

function readMarkdown(body: string): ReadText {
  const data = noData()
  markdownToHtml(body, { features, hastPlugins: [satteriHeadingIdsPlugin()], data })
  const tree = markdownToHast(body, { features, position: false })
  // Printed as HTML, a text ends with its line.
  return { tree: body === '' ? tree : [tree, lineEnd], headings: headingsIn(data) }
}

const lineEnd = { type: 'text', value: '\n' }

function readMdx(body: string): ReadText | undefined {
  try {
    const data = noData()
    // The program that this prints is not looked at: the headings that it finds are.
    mdxToJs(body, { features, hastPlugins: [satteriHeadingIdsPlugin()], data })
    return { tree: mdxToHast(body, { features, position: false }), headings: headingsIn(data) }
  } catch {
    // What somebody is still typing may not be MDX yet.
    return undefined
  }
}

const noData = () => ({ astro: { frontmatter: {}, headings: [] } })

function headingsIn(data: unknown): Heading[] {
  return withHeadings.parse(data).astro.headings
}

function drawn(value: unknown, means: Means): unknown {
  if (Array.isArray(value)) return value.map((each) => drawn(each, means))
  const node = anyNode.parse(value)
  const inside = () => (node.children ?? []).map((child) => drawn(child, means))
  switch (node.type) {
    case 'text':
    case 'raw':
      return node.value
    case 'root':
      return inside()
    case 'element': {
      const name = node.tagName ?? 'span'
      const id = /^h[1-6]$/.test(name) ? { id: means.slugs.shift() } : {}
      return jsx(name, { ...attributesOf(node.properties ?? {}), ...id, children: inside() })
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const component = Object.entries(means.components).find(([name]) => name === node.name)?.[1]
      return component === undefined ? inside() : jsx(component, { ...literals(node), children: inside() })
    }
    default:
      return undefined
  }
}

/** Attributes as HTML writes them, from the names that a tree gives them. */
function attributesOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      htmlNames[name] ?? name.replace(/^(data|aria)(?=[A-Z])|(?!^)[A-Z]/g, attributePart).toLowerCase(),
      Array.isArray(value) ? value.join(' ') : value,
    ]),
  )
}

const htmlNames: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }

function attributePart(part: string, prefix: string | undefined): string {
  return prefix === undefined ? part : `${part}-`
}

/** Attributes that are plain text; no other is looked at. */
function literals({ attributes = [] }: z.output<typeof anyNode>): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) =>
      name !== undefined && typeof value === 'string' && /^[a-z]+$/.test(name) ? [[name, value]] : [],
    ),
  )
}

const anyNode = z.looseObject({
  type: z.string(),
  value: z.string().optional(),
  tagName: z.string().optional(),
  name: z.string().nullish(),
  properties: z.record(z.string(), z.unknown()).optional(),
  attributes: z.array(z.looseObject({ name: z.string().optional(), value: z.unknown() })).optional(),
  children: z.array(z.unknown()).optional(),
})

const withHeadings = z.object({
  astro: z.object({
    headings: z.array(z.object({ depth: z.number(), slug: z.string(), text: z.string() })),
  }),
})

type Heading = z.output<typeof withHeadings>['astro']['headings'][number]

interface ReadText {
  readonly tree: unknown
  readonly headings: Heading[]
}

type Components = Readonly<Record<string, unknown>>

/** What a text is drawn with: the ids of its headings in order, and the components that it may hold. */
interface Means {
  readonly slugs: string[]
  readonly components: Components
}

interface DrawnText {
  readonly Content: ReturnType<typeof createComponent>
  readonly headings: readonly Heading[]
}
