import fc from 'fast-check'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { deskRequests, deskSignals } from '#protocol/desk.ts'
import * as http from '#protocol/http.ts'
import { visitorRequests, visitorSignals } from '#protocol/visitor.ts'
import { parseInput } from './parse-input.ts'
import { refusalFor } from './refusals.ts'

/** Everything that people send us, by name. */
const schemas: [string, z.ZodType][] = [
  ...payloadsOf('visitor', visitorRequests),
  ...payloadsOf('desk', deskRequests),
  ...Object.entries(visitorSignals).map(([name, schema]): [string, z.ZodType] => [`visitor ${name}`, schema]),
  ...Object.entries(deskSignals).map(([name, schema]): [string, z.ZodType] => [`desk ${name}`, schema]),
  ...Object.entries(http).flatMap(([name, value]): [string, z.ZodType][] =>
    value instanceof z.ZodType && !/reply$/i.test(name) ? [[`http ${name}`, value]] : [],
  ),
]
const log = pino({ level: 'silent' })

describe('what is refused', () => {
  it.each(schemas)('is refused in our own words: %s', (_name, schema) => {
    const fields = Object.keys(schema instanceof z.ZodObject ? schema.shape : {})
    const nearly = fc.dictionary(fc.constantFrom('no-such-field', ...fields), fc.oneof(odd, fc.anything()))
    fc.assert(
      fc.property(fc.oneof(nearly, fc.anything()), (input) => {
        const standard = schema.safeParse(input)
        if (standard.success) return
        const { message, code } = refusalFor(
          errorOf(() => parseInput(schema, input)),
          log,
        )
        expect(code).toBe('invalid')
        expect(message).toMatch(/^[A-Z][^:]*\.$/s)
        expect(message).not.toMatch(wordsOfZod)
      }),
    )
  })

  it('covers all that can be sent', () => {
    expect(schemas.length).toBeGreaterThan(20)
    expect(schemas.map(([name]) => name)).toContain('http messageFormSchema')
  })
})

/** Values that break the rules of one kind of field or another. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x'.repeat(5000),
    '\u202e\u200b',
    'not-a-uuid',
    'a@b',
    '//x',
    -1,
    0.5,
    Number.NaN,
    1e300,
  ),
  fc.array(fc.string(), { minLength: 11, maxLength: 30 }),
  fc.string(),
)

const wordsOfZod =
  /Invalid (input|string|option|UUID|email|ISO|number|key)|expected|received|Unrecognized|Too (big|small)|must (match|start|end|include)|undefined|NaN|regex|pattern/i

function payloadsOf(side: string, requests: Record<string, { payload: z.ZodType }>): [string, z.ZodType][] {
  return Object.entries(requests).map(([name, { payload }]) => [`${side} ${name}`, payload])
}

function errorOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
