import { z } from 'zod'
import { categories, needs } from './taxonomy.ts'
import { timeLimit, timeLimits } from './time-limits.ts'

/** The components that a guide's text may hold, each with the attributes it takes. All attributes are plain text. */
export const mdxComponents = {
  /** A boxed remark under a title of its own. */
  Callout: z.strictObject({ title: z.string().min(1, 'write a title') }),
  /** A few services of the directory, and a link to all of them. */
  ServiceList: z.strictObject({ category: idOf(categories), need: idOf(needs).optional() }),
  /** The words of a time limit, made to stand inside a sentence. */
  TimeLimit: z.strictObject({
    name: z.string().refine((key) => timeLimit(key) !== undefined, {
      error: `use one of: ${Object.keys(timeLimits).join(', ')}`,
    }),
  }),
} as const

/** Says what is wrong with a component and its attributes, one sentence each. Empty when all is well. */
export function wrongInComponent(name: string, attributes: Readonly<Record<string, unknown>>): string[] {
  const component = Object.entries(mdxComponents).find(([known]) => known === name)
  if (component === undefined) {
    const known = Object.keys(mdxComponents).join(', ')
    return [`<${name}> is not allowed. Use Markdown or one of: ${known}`]
  }
  const found = component[1].safeParse(attributes)
  return found.success
    ? []
    : found.error.issues.map(
        (issue) => `<${name}>: ${issue.path.join('.') || 'attributes'}: ${issue.message}`,
      )
}

function idOf(terms: readonly { readonly id: string }[]) {
  const ids = terms.map(({ id }) => id)
  return z.string().refine((id) => ids.includes(id), { error: `use one of: ${ids.join(', ')}` })
}
