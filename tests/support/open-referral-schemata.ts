import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

/** The published specification, Open Referral UK 3.0 (BSD 3-Clause, see its LICENSE.md). */
const folder = join(import.meta.dirname, '../contract/open-referral-uk-3.0')

/** Checks values against the published schemata. Gives one line for each thing that is wrong. */
export function openReferralSchemata(): (schema: string, value: unknown) => string[] {
  const validator = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'openapi.json'))
    validator.addSchema(jsonObject(file), file)
  return (schema, value) => {
    const check = validator.getSchema(schema)
    if (check === undefined) throw new Error(`The specification has no ${schema}`)
    check(value)
    return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

/** The names of the query parameters that the specification gives a list, `/services`. */
export function parametersOf(path: string): string[] {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.object({ get: operation })) })
    .parse(jsonObject('openapi.json'))
  return (paths[path]?.get.parameters ?? []).map(({ $ref }) => $ref.replace(/^.*\//, ''))
}

const operation = z.object({ parameters: z.array(z.object({ $ref: z.string() })).optional() })

function jsonObject(file: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
}
