import { joined } from '#records/joined.ts'
import type { Service } from '#records/service.ts'
import type { Row } from './csv-table.ts'

/** The columns of Active Places that say where disabled people have access, and what each is called. */
const areas = {
  disability_finding_reaching_entrance: 'the entrance',
  disability_reception_area: 'reception',
  disability_activity_area: 'the activity area',
  disability_social_areas: 'social areas',
  disability_spectator_areas: 'spectator areas',
  disability_doorways: 'doorways',
  disability_emergency_exits: 'emergency exits',
  disability_toilets: 'toilets',
  disability_changing_facilities: 'changing rooms',
} as const

export const accessColumns = [
  'disability_parking',
  ...(Object.keys(areas) as (keyof typeof areas)[]),
] as const

type AccessRow = Row<(typeof accessColumns)[number] | 'disability_notes'>

/** Access as the ten yes/no columns state it. They do not say "step-free", so that stays open. */
export function accessFrom(row: AccessRow): {
  access: Service['access']
  accreditations: { key: string; name: string }[]
} {
  const named = (answer: string) =>
    Object.entries(areas).flatMap(([column, words]) =>
      row.cell(column as keyof typeof areas) === answer ? [words] : [],
    )
  const notes = row.cell('disability_notes')
  const accredited = notes === 'IFI accredited'
  return {
    access: {
      parking: yesOrNo(row.cell('disability_parking')),
      toilet: yesOrNo(row.cell('disability_toilets')),
      notes: notesOf(named('Yes'), named('No'), accredited ? undefined : notes),
    },
    accreditations: accredited ? [{ key: 'ifi', name: 'Inclusive Fitness Initiative (IFI)' }] : [],
  }
}

function yesOrNo(cell: string | undefined): 'yes' | 'no' | undefined {
  return cell === 'Yes' ? 'yes' : cell === 'No' ? 'no' : undefined
}

function notesOf(open: string[], shut: string[], notes: string | undefined): string {
  const all = Object.keys(areas).length
  const sentences = [
    open.length === all ? 'The source says that disabled people have access to every part.' : undefined,
    shut.length === all ? 'The source says that no part has access for disabled people.' : undefined,
    open.length > 0 && open.length < all
      ? `The source says that disabled people have access to ${joined(open)}.`
      : undefined,
    shut.length > 0 && shut.length < all ? `It says there is no such access to ${joined(shut)}.` : undefined,
    notes === undefined
      ? undefined
      : `It adds: ${notes.replace(/\.$/, '').toLowerCase().replace('dda', 'DDA')}.`,
  ]
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}
