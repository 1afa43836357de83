/** What stands in saved replies for words that differ each time, and what each is filled with. */
export const placeholders = {
  name: 'the name that the family gave',
  'my name': 'your name',
  council: 'the name of the council',
  telephone: 'our telephone number',
  'closing time': 'when we close today',
  'answer day': 'the day by which we answer',
  reference: 'the reference number of the conversation',
} as const

/** What is known now; null for what is not. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>

/** Why a text cannot be kept: it has a placeholder that nothing fills. Null when all are known. */
export function placeholderProblem(text: string): string | null {
  const unknown = [...text.matchAll(anyPlaceholder)].find(([, name]) => !isPlaceholder(name ?? ''))
  if (!unknown) return null
  const known = Object.keys(placeholders).map((name) => `{${name}}`)
  return `We do not know what to put for ${unknown[0]}. Use ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, or remove the curly brackets.`
}

/**
 * Fills a reply. Without a name the name is left out ("Hello {name}," becomes "Hello,"); a sentence that needs anything
 * else that is not known now is left out whole. Empty when nothing is left.
 */
export function fillReply(text: string, values: PlaceholderValues): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const filled = sentencesOf(line)
        .map((sentence) => fillSentence(sentence, values))
        .join('')
        .trimEnd()
      return filled === '' && line.trim() !== '' ? [] : [filled]
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

type Placeholder = keyof typeof placeholders

const anyPlaceholder = /\{([^{}\n]*)\}/g

/** A sentence ends at its mark and the space behind it, so that 5.30pm stays whole. */
function sentencesOf(line: string): string[] {
  return line.match(/.+?(?:[.!?…]+(?:\s+|$)|$)/g) ?? []
}

function fillSentence(sentence: string, values: PlaceholderValues): string {
  const nameless = values.name === null ? withoutName(sentence) : sentence
  let missing = false
  const filled = nameless.replace(anyPlaceholder, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole
    const value = values[name]
    missing ||= value === null
    return value ?? ''
  })
  return missing ? '' : filled
}

/** A name that only addresses somebody goes with the comma before it; one that the sentence is about stays. */
function withoutName(sentence: string): string {
  const addressed = sentence.replace(/,?\s*\{name\}(?=\s*(?:[,.!?:;…–]|$))/g, '')
  const led = /^\{name\},\s*(.)(.*)$/s.exec(sentence)
  return led ? `${(led[1] ?? '').toUpperCase()}${led[2] ?? ''}` : addressed
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(placeholders, name)
}
