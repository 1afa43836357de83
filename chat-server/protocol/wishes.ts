import { z } from 'zod'
import { typedLine } from './conversation.ts'

/** How a visitor may like to be answered. */
export const answerWays = ['here', 'email', 'telephone'] as const

/** What may help a visitor to talk with us, as navigators read it. */
export const helpfulThings = {
  easyRead: 'Easy Read',
  shortSentences: 'Short sentences',
  screenReader: 'A screen reader',
  bsl: 'BSL (British Sign Language)',
  symbols: 'Answers with symbols',
} as const

const interpreter = 'An interpreter'

/** Longest thing that helps, in characters. */
const longestUse = 80

/** A wish for an interpreter, with the language if it was said: "An interpreter: Polish". */
export function interpreterFor(language: string): string {
  const said = language.trim()
  return said === '' ? interpreter : `${interpreter}: ${said}`
}

/** The language of a wish for an interpreter; empty when it was not said, null for any other wish. */
export function interpreterLanguage(use: string): string | null {
  if (use === interpreter) return ''
  return use.startsWith(`${interpreter}: `) ? use.slice(interpreter.length + 2) : null
}

/** What helps the visitor to talk with us: one's own words, or those of `helpfulThings`. */
export const usesSchema = z
  .array(
    typedLine(longestUse, {
      empty: 'Write what helps you, or leave it out.',
      tooLong: `What helps you is too long. Use ${longestUse} characters or fewer.`,
    }),
  )
  .max(10, 'Choose 10 things or fewer.')

export type AnswerWay = (typeof answerWays)[number]
