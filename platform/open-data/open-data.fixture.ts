import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Area, areaRecord } from '#records/area.ts'
import type { OpenService } from '#records/open-referral-entities.ts'

const organization = {
  id: '7a4d2f6e-0c51-4f0e-9b8e-5d1c3a7e9f20',
  name: 'Play and Sports Club',
  description: 'Runs clubs.',
}

/** Two services as open data: one that is open, and one that closed later. */
export const openServices: readonly OpenService[] = [
  {
    id: 'c6d4f83b-cc50-59d3-b9b4-f2f5b601b07d',
    name: 'Swimming & <play>',
    status: 'active',
    description: 'Swimming for children\u0007 aged 5 to 12.',
    assured_date: '2026-10-03',
    organization,
  },
  {
    id: '0b1c6c0a-8d3f-4a58-9a53-1f0d7c3f5a77',
    name: 'Football',
    status: 'defunct',
    assured_date: '2026-11-01',
    organization,
  },
]

/** The settings of the repository's own area, as a demonstration or as a council's. */
export function exampleArea(demonstration: boolean): Area {
  const text = readFileSync(join(import.meta.dirname, '../../site/content/area.yaml'), 'utf8')
  return { ...areaRecord.schema.parse(parse(text)), demonstration }
}
