import type { Service } from '#records/service.ts'

/**
 * The schema.org type of a service: a kind of place where its category names one and it has an address, else `Service`.
 */
export function schemaTypeOf({ categories, kind, where }: Service): SchemaType {
  if (where.places.length === 0) return 'Service'
  const words = kind.toLowerCase()
  for (const category of categories) {
    const types = placeTypes[category]
    if (types === undefined) continue
    return types.byWord.find(([word]) => words.includes(word))?.[1] ?? types.otherwise
  }
  return 'Service'
}

export type SchemaType =
  | 'Service'
  | 'ChildCare'
  | 'CollegeOrUniversity'
  | 'Dentist'
  | 'ElementarySchool'
  | 'ExerciseGym'
  | 'HighSchool'
  | 'Library'
  | 'MedicalClinic'
  | 'MiddleSchool'
  | 'Pharmacy'
  | 'Preschool'
  | 'School'
  | 'SportsActivityLocation'
  | 'SportsClub'

/** Categories whose services are places, and what a word in their kind says of the place. Other categories name work. */
const placeTypes: Partial<Record<Service['categories'][number], PlaceTypes>> = {
  schools: {
    byWord: [
      ['special', 'School'],
      ['primary', 'ElementarySchool'],
      ['infant', 'ElementarySchool'],
      ['junior', 'ElementarySchool'],
      ['secondary', 'HighSchool'],
      ['grammar', 'HighSchool'],
      ['middle', 'MiddleSchool'],
    ],
    otherwise: 'School',
  },
  'early-years': { byWord: [['nursery', 'Preschool']], otherwise: 'ChildCare' },
  'colleges-training': { byWord: [['college', 'CollegeOrUniversity']], otherwise: 'Service' },
  health: {
    byWord: [
      ['dentist', 'Dentist'],
      ['orthodont', 'Dentist'],
      ['pharmac', 'Pharmacy'],
      ['gp practice', 'MedicalClinic'],
      ['clinic', 'MedicalClinic'],
    ],
    otherwise: 'Service',
  },
  'sport-leisure': {
    byWord: [
      ['gym', 'ExerciseGym'],
      ['leisure centre', 'SportsActivityLocation'],
      ['short break', 'Service'],
      ['club', 'SportsClub'],
    ],
    otherwise: 'Service',
  },
  'clubs-activities': {
    byWord: [
      ['toy library', 'Service'],
      ['library', 'Library'],
    ],
    otherwise: 'Service',
  },
}

interface PlaceTypes {
  readonly byWord: readonly (readonly [word: string, type: SchemaType])[]
  readonly otherwise: SchemaType
}
