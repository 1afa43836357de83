import { type CategoryId, categories, type NeedId, needs, type OpenTerm } from '#records/taxonomy.ts'

/** A word that a source files a service under, with its id there if it has one. */
export interface SourceTerm {
  readonly id?: string | undefined
  readonly name?: string | undefined
}

/** Our categories for a source's words: by id or label, else by what the words say. May be empty. */
export function categoriesOf(terms: readonly SourceTerm[]): CategoryId[] {
  return matches(terms, categories, categoryWords)
}

/** Our needs for a source's words. May be empty. */
export function needsOf(terms: readonly SourceTerm[]): NeedId[] {
  return matches(terms, needs, needWords)
}

const categoryWords: readonly (readonly [RegExp, CategoryId])[] = [
  [
    /\b(nurser(y|ies)|childmind\w*|child ?care|pre-?school|early years|play ?group|toddler\w*)\b/,
    'early-years',
  ],
  [/\b(primary|secondary|special|infant|junior) schools?\b|^schools?$|\bacadem(y|ies)\b/, 'schools'],
  [/\b(colleges?|apprentices\w*|further education|training|internships?)\b/, 'colleges-training'],
  [/\b(senco|sen support|education(al)? psycholog\w*|tutor\w*|ehc|learning support)\b/, 'education-support'],
  [/\b(gps?|doctors?|health|nurs(e|es|ing)|dentists?|dental|pharmac\w*|hospitals?|clinics?)\b/, 'health'],
  [/\b(therap(y|ies|ists?)|physio\w*|speech and language)\b/, 'therapies'],
  [/\b(mental health|wellbeing|counsell\w*|camhs|bereavement)\b/, 'mental-health'],
  [/\b(short breaks?|respite)\b/, 'short-breaks'],
  [/\b(social care|social work\w*|personal assistants?|home ?care)\b/, 'social-care'],
  [/\b(sports?|leisure|swim\w*|gyms?|football|fitness)\b/, 'sport-leisure'],
  [
    /\b(clubs?|youth|activit(y|ies)|arts?|music|librar(y|ies)|holiday|play ?schemes?|things to do)\b/,
    'clubs-activities',
  ],
  [/\b(transport|travel|mobility)\b/, 'travel'],
  [/\b(employment|adulthood|supported living|housing|work experience)\b/, 'preparing-for-adulthood'],
  [/\b(benefits?|grants?|money|debt|food ?banks?|financ\w*)\b/, 'money-food'],
  [
    /\b(advice|information|advocacy|support groups?|parents?|parenting|famil(y|ies)|carers?|sendias\w*)\b/,
    'advice-support',
  ],
]

const needWords: readonly (readonly [RegExp, NeedId])[] = [
  [/\b(autis\w*|asperger\w*|asd|asc)\b/, 'autism'],
  [/\b(adhd|attention deficit)\b/, 'adhd'],
  [/\b(speech|communication (needs?|difficult\w*))\b/, 'speech-language-communication'],
  [/\b(semh|social,? emotional)\b/, 'social-emotional-mental-health'],
  [/\b(moderate learning|mld)\b/, 'learning-moderate'],
  [/\b(severe learning|sld)\b/, 'learning-severe'],
  [/\b(profound|pmld)\b/, 'learning-profound'],
  [/\b(dyslexi\w*|dyscalculi\w*|dyspraxi\w*|specific learning)\b/, 'learning-specific'],
  [/\b(physical(ly)? (disab\w*|impair\w*|needs?)|wheelchair users?)\b/, 'physical-disability'],
  [/\b(deaf\w*|hearing (impair\w*|loss))\b/, 'hearing'],
  [/\b(blind\w*|visual(ly)? impair\w*|sight loss|vision impair\w*)\b/, 'vision'],
  [/\b(multi-?sensory|deafblind\w*)\b/, 'multi-sensory'],
  [/\b(medical (conditions?|needs?)|epilep\w*|diabet\w*|long[- ]term conditions?)\b/, 'medical'],
]

function matches<Id extends string>(
  terms: readonly SourceTerm[],
  list: readonly (OpenTerm & { readonly id: Id })[],
  words: readonly (readonly [RegExp, Id])[],
): Id[] {
  const found = terms.flatMap((given) => {
    const name = given.name?.trim().toLowerCase()
    const own = list.filter(
      ({ id, uuid, label }) => uuid === given.id || id === name || label.toLowerCase() === name,
    )
    if (own.length > 0 || name === undefined) return own.map(({ id }) => id)
    return words.filter(([said]) => said.test(name)).map(([, id]) => id)
  })
  return [...new Set(found)]
}
