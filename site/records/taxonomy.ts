import type { Term } from './pieces.ts'

/**
 * The lists that records choose from. Needs follow the broad areas of the SEND code of practice 2015 (paras 6.28 to
 * 6.35) and the primary-need codes of the school census. Ids never change; labels may.
 */

/** A term with its own stable UUID, so that open data can name it. */
export interface OpenTerm extends Term {
  readonly uuid: string
  /** One sentence for people who do not know the term. */
  readonly means: string
}

/** Kinds of need. */
export const needs = [
  {
    id: 'autism',
    uuid: '3187e32c-7c62-520e-a0db-cca3c2f838c8',
    label: 'Autism',
    means: 'A difference in how a person communicates, takes part with others and senses the world.',
  },
  {
    id: 'adhd',
    uuid: 'f7ca7d01-8182-5ccf-9e80-f669c8fe9602',
    label: 'ADHD',
    means: 'A difference in attention, activity and acting on impulse.',
  },
  {
    id: 'speech-language-communication',
    uuid: '42dee719-dd49-5185-b6fd-8aea90254513',
    label: 'Speech, language and communication',
    means: 'Finding it hard to understand, to talk, or to use language with others.',
  },
  {
    id: 'social-emotional-mental-health',
    uuid: '650f1cbd-cfdc-5a07-8bda-2ec5d72a9136',
    label: 'Social, emotional and mental health',
    means: 'Worry, low mood, strong feelings or behaviour that get in the way of everyday life.',
  },
  {
    id: 'learning-moderate',
    uuid: '55f4f5fc-d2d4-5c8e-a201-7632de617744',
    label: 'Moderate learning difficulties',
    means: 'Learning more slowly than others of the same age in most subjects.',
  },
  {
    id: 'learning-severe',
    uuid: '4adb809b-6b27-58dd-8a8d-3c9a94ffc386',
    label: 'Severe learning difficulties',
    means: 'Needing help in all of learning and in much of daily life.',
  },
  {
    id: 'learning-profound',
    uuid: '4fd18252-3035-5940-917f-4e2e6ada4c9b',
    label: 'Profound and multiple learning difficulties',
    means: 'Severe learning difficulties together with other serious needs.',
  },
  {
    id: 'learning-specific',
    uuid: '9526f131-cb08-5576-abe4-f3ea12b0fc6b',
    label: 'Specific learning difficulties',
    means:
      'Difficulty with one kind of learning, such as dyslexia (reading), dyscalculia (numbers) or dyspraxia (movement).',
  },
  {
    id: 'physical-disability',
    uuid: '17547600-4fd4-56ac-a58a-53fe6e1afbd8',
    label: 'Physical disability',
    means: 'A condition that affects moving, sitting, using hands or stamina.',
  },
  {
    id: 'hearing',
    uuid: 'c9fcc278-bf4c-5ea9-801e-4c8687444c3c',
    label: 'Deafness or hearing loss',
    means: 'Being deaf or hearing less than others.',
  },
  {
    id: 'vision',
    uuid: 'fada833d-26c8-5fc1-b328-dbd3b974118d',
    label: 'Blindness or sight loss',
    means: 'Being blind or seeing less than others, even with glasses.',
  },
  {
    id: 'multi-sensory',
    uuid: '4c0e43a3-f966-5e2c-b661-62f4c3c01ae4',
    label: 'Multi-sensory impairment',
    means: 'Both hearing and sight are affected.',
  },
  {
    id: 'medical',
    uuid: '1375f48c-ea18-5246-8513-b677f6e313ec',
    label: 'Medical condition',
    means: 'A health condition that needs care at school or in daily life.',
  },
] as const satisfies readonly OpenTerm[]

/** What families look for. */
export const categories = [
  {
    id: 'early-years',
    uuid: 'f812f204-c8b0-5e3c-a756-7590586918c8',
    label: 'Childcare and early years',
    means: 'Nurseries, childminders, play groups and help before school.',
  },
  {
    id: 'schools',
    uuid: '56f9efbc-e783-563e-b18e-8b86f2c94fe9',
    label: 'Schools',
    means: 'Primary, secondary and special schools.',
  },
  {
    id: 'colleges-training',
    uuid: '143f3aa2-c00c-5955-b271-977b35a24818',
    label: 'Colleges and training',
    means: 'Learning after 16, apprenticeships and supported internships.',
  },
  {
    id: 'education-support',
    uuid: 'f2e850bd-c439-5919-9427-90a2a334bbf6',
    label: 'Help with learning',
    means: 'Teams that advise schools and teach children, and the EHC plan team.',
  },
  {
    id: 'health',
    uuid: '5aedcc98-f616-540d-90e6-7c12db59460a',
    label: 'Doctors and health services',
    means: 'GPs, nurses, dentists, pharmacies and hospital teams.',
  },
  {
    id: 'therapies',
    uuid: 'eb89daee-6468-52b4-9042-18748f826766',
    label: 'Therapies',
    means: 'Speech and language, occupational and physiotherapy.',
  },
  {
    id: 'mental-health',
    uuid: 'bc49ea36-a56a-5481-a434-b14ac142e408',
    label: 'Mental health and wellbeing',
    means: 'Someone to talk to, counselling and help in a crisis.',
  },
  {
    id: 'short-breaks',
    uuid: '6e1f1b25-4bed-576a-96e3-d9e5b8184da0',
    label: 'Short breaks',
    means: 'Something good for the child, and a rest for those who care for them.',
  },
  {
    id: 'social-care',
    uuid: 'e5bc6984-5f27-5093-980d-702e7720559c',
    label: 'Social care',
    means: 'Disabled children’s teams, carers and help at home.',
  },
  {
    id: 'sport-leisure',
    uuid: '2ceed484-1566-5566-81e5-a937d150e800',
    label: 'Sport and leisure',
    means: 'Leisure centres, gyms and sports clubs.',
  },
  {
    id: 'clubs-activities',
    uuid: '0e38fb4e-274a-5316-9fac-fded4513f0e1',
    label: 'Clubs and things to do',
    means: 'Groups, libraries, arts and holiday activities.',
  },
  {
    id: 'travel',
    uuid: '217b6603-a25c-524a-a364-b238a7932425',
    label: 'Travel',
    means: 'Getting to school or college, and learning to travel.',
  },
  {
    id: 'preparing-for-adulthood',
    uuid: 'a5bb7802-b4de-5718-b0e8-2026b1134c0f',
    label: 'Preparing for adulthood',
    means: 'Work, a home, friends and health as an adult.',
  },
  {
    id: 'money-food',
    uuid: '582532d0-594e-52ea-be21-8d57bdd03958',
    label: 'Money and food',
    means: 'Benefits, grants and food banks.',
  },
  {
    id: 'advice-support',
    uuid: 'abaf4d73-9e1c-56c6-868f-685cc76a390f',
    label: 'Advice and support for families',
    means: 'Independent advice, parent groups and community hubs.',
  },
] as const satisfies readonly OpenTerm[]

/** Age bands from birth to 25, `from` and `to` in years, both included. */
export const ageBands = [
  { id: 'early-years', label: 'Birth to 4', from: 0, to: 4 },
  { id: 'primary', label: '5 to 10', from: 5, to: 10 },
  { id: 'secondary', label: '11 to 15', from: 11, to: 15 },
  { id: 'sixteen-to-eighteen', label: '16 to 18', from: 16, to: 18 },
  { id: 'nineteen-to-twenty-five', label: '19 to 25', from: 19, to: 25 },
] as const

/** The days of the week, in the order of a timetable. */
export const weekdays = [
  { id: 'monday', label: 'Monday' },
  { id: 'tuesday', label: 'Tuesday' },
  { id: 'wednesday', label: 'Wednesday' },
  { id: 'thursday', label: 'Thursday' },
  { id: 'friday', label: 'Friday' },
  { id: 'saturday', label: 'Saturday' },
  { id: 'sunday', label: 'Sunday' },
] as const satisfies readonly Term[]

/** When in the year regular times hold. */
export const partsOfTheYear = [
  { id: 'term', label: 'Term time' },
  { id: 'holidays', label: 'School holidays' },
  { id: 'all-year', label: 'All year' },
] as const satisfies readonly Term[]

export type NeedId = (typeof needs)[number]['id']
export type CategoryId = (typeof categories)[number]['id']
export type WeekdayId = (typeof weekdays)[number]['id']

/** The label of a term, from the list it stands in. */
export function labelOf(terms: readonly Term[], id: string): string {
  const term = terms.find((each) => each.id === id)
  if (term === undefined)
    throw new Error(`There is no "${id}" in this list: ${terms.map((t) => t.id).join(', ')}`)
  return term.label
}
