import { z } from 'zod'
import { type Completeness, completenessOf } from '#records/completeness.ts'
import { serviceRecord } from '#records/service.ts'
import { completeValues } from './complete-record.ts'
import type { Values } from './record-file.ts'

/**
 * How complete a service is while somebody writes it: the same answer as on its page, of whatever is filled in so far. A
 * value that is not right yet, such as half a telephone number, counts as not there.
 */
export function draftCompleteness(values: Values, newKey: () => string): Completeness {
  const complete = completeValues(serviceRecord.decapFields, values, newKey)
  const wanted = Object.keys(asked.shape).filter((name) => name in complete)
  return completenessOf(statedIn(Object.fromEntries(wanted.map((name) => [name, complete[name]]))))
}

/** The part of a service that the questions are about. A draft may not have a category yet. */
const asked = serviceRecord.schema
  .pick({
    whoFor: true,
    gettingIt: true,
    when: true,
    where: true,
    access: true,
    contact: true,
    tenQuestions: true,
    firstContact: true,
    expect: true,
    like: true,
    arriving: true,
    pictures: true,
  })
  .extend({ categories: z.array(z.string()).catch([]) })

function statedIn(values: Values): z.output<typeof asked> {
  const stated = structuredClone(values)
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = asked.safeParse(stated)
    if (parsed.success) return parsed.data
    // One at a time: what follows in a list moves up.
    leaveOut(stated, parsed.error.issues[0]?.path ?? [])
  }
  return asked.parse({})
}

/** Takes out what is at a path; where nothing is, the thing that misses it. */
function leaveOut(values: object, path: readonly PropertyKey[]): void {
  const [name, ...deeper] = path
  if (name === undefined) return
  const inner: unknown = Reflect.get(values, name)
  const holds = typeof inner === 'object' && inner !== null
  const [next] = deeper
  const innermost = next === undefined || !holds || (deeper.length === 1 && !(next in inner))
  if (!innermost) leaveOut(inner, deeper)
  else if (Array.isArray(values)) values.splice(Number(name), 1)
  else Reflect.deleteProperty(values, name)
}

/** Each round takes something out, so this is never reached by a record that people write. */
const mostRounds = 100
