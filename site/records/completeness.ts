import type { Service } from './service.ts'

/** How much of what families ask a record answers. */
export interface Completeness {
  /** 0 to 100: the weights of the questions answered, as a part of the weights of all that are asked. */
  readonly score: number
  /** How many questions are answered, of how many. */
  readonly answered: number
  readonly asked: number
  /** What is missing, the weightiest first. */
  readonly missing: readonly MissingAnswer[]
}

export interface MissingAnswer {
  /** The field to fill in, with dots between levels. */
  readonly field: string
  /** In plain words, fit for a list: `who decides`. */
  readonly words: string
}

/**
 * The same answer for the page, the CMS and the report. Twelve questions are asked of every service, and one more of
 * nurseries, schools and colleges. A question weighs more when a family can do nothing without its answer (how to get it,
 * who it is for, cost, how to reach anybody), less when the answer makes a visit easier.
 */
export function completenessOf(service: AskedService): Completeness {
  const asked = questions.filter(({ asks }) => asks === undefined || asks(service))
  const missing = asked
    .filter(({ isAnswered }) => !isAnswered(service))
    .toSorted((a, b) => b.weight - a.weight)
  const total = weightOf(asked)
  return {
    score: Math.round((100 * (total - weightOf(missing))) / total),
    answered: asked.length - missing.length,
    asked: asked.length,
    missing: missing.map(({ field, words }) => ({ field, words })),
  }
}

/** `This page answers 7 of 12 questions families ask. Missing: who decides, cost.` */
export function completenessInWords(completeness: Completeness): string {
  const { missing } = completeness
  const answers = answeredInWords(completeness)
  return missing.length === 0
    ? answers
    : `${answers} Missing: ${missing.map(({ words }) => words).join(', ')}.`
}

/** `This page answers 7 of 12 questions families ask.` */
export function answeredInWords({ answered, asked }: Pick<Completeness, 'answered' | 'asked'>): string {
  return `This page answers ${answered} of ${asked} questions families ask.`
}

/** What the questions look at. A service that is still being written may have no category. */
export interface AskedService
  extends Pick<
    Service,
    | 'whoFor'
    | 'gettingIt'
    | 'when'
    | 'where'
    | 'access'
    | 'contact'
    | 'tenQuestions'
    | 'firstContact'
    | 'expect'
    | 'like'
    | 'arriving'
    | 'pictures'
  > {
  readonly categories: readonly string[]
}

interface Question extends MissingAnswer {
  readonly weight: number
  isAnswered(service: AskedService): boolean
  /** Is it asked of this service? Of every service when left out. */
  asks?(service: AskedService): boolean
}

/** The weights of the first twelve add up to 100. */
const questions: readonly Question[] = [
  {
    field: 'gettingIt.howIn',
    words: 'how to get it',
    weight: 12,
    isAnswered: ({ gettingIt }) => gettingIt.howIn.length > 0 || gettingIt.howToApply !== undefined,
  },
  {
    field: 'whoFor.whoCanUse',
    words: 'who can use it',
    weight: 10,
    isAnswered: ({ whoFor, gettingIt }) =>
      whoFor.whoCanUse !== undefined || whoFor.needs.length > 0 || gettingIt.eligibility !== undefined,
  },
  {
    field: 'gettingIt.free',
    words: 'what it costs',
    weight: 10,
    isAnswered: ({ gettingIt }) => gettingIt.free !== undefined || gettingIt.costs.length > 0,
  },
  {
    field: 'contact.telephone',
    words: 'how to contact it',
    weight: 10,
    isAnswered: ({ contact }) => (contact.telephone ?? contact.email ?? contact.website) !== undefined,
  },
  {
    field: 'when.times',
    words: 'when it is open',
    weight: 9,
    isAnswered: ({ when }) => when.times.length + when.sessions.length > 0 || when.notes !== undefined,
  },
  {
    field: 'where.places',
    words: 'where it is',
    weight: 9,
    isAnswered: ({ where }) =>
      where.places.length > 0 ||
      where.confidentialAddress === true ||
      where.delivery.some((way) => way !== 'in-person'),
  },
  {
    field: 'whoFor.youngest',
    words: 'ages',
    weight: 8,
    isAnswered: ({ whoFor }) => (whoFor.youngest ?? whoFor.oldest) !== undefined,
  },
  {
    field: 'gettingIt.whoDecides',
    words: 'who decides',
    weight: 8,
    isAnswered: (service) => service.gettingIt.whoDecides !== undefined || onlyDropIn(service),
  },
  {
    field: 'gettingIt.usualWait',
    words: 'how long it takes',
    weight: 8,
    isAnswered: (service) => service.gettingIt.usualWait !== undefined || onlyDropIn(service),
  },
  {
    field: 'access',
    words: 'access',
    weight: 8,
    isAnswered: ({ access }) => Object.values(access).some((answer) => answer !== undefined),
  },
  {
    field: 'firstContact',
    words: 'who to speak to first if something goes wrong',
    weight: 4,
    isAnswered: ({ firstContact }) => firstContact !== undefined,
  },
  {
    field: 'like',
    words: 'what it is like there',
    weight: 4,
    isAnswered: ({ like, arriving, expect, pictures }) =>
      like !== undefined || arriving !== undefined || expect.length + pictures.length > 0,
  },
  {
    field: 'tenQuestions',
    words: 'all ten questions of the SEND regulations',
    weight: 10,
    asks: ({ categories }) => categories.some((id) => educationProviders.has(id)),
    isAnswered: ({ tenQuestions }) =>
      tenQuestions !== undefined &&
      Object.values(tenQuestions).filter((each) => each !== undefined).length === 10,
  },
]

const educationProviders: ReadonlySet<string> = new Set(['early-years', 'schools', 'colleges-training'])

/** Where everybody may just come, nobody decides and nobody waits. */
function onlyDropIn({ gettingIt }: AskedService): boolean {
  return gettingIt.howIn.length === 1 && gettingIt.howIn[0] === 'drop-in'
}

function weightOf(asked: readonly Question[]): number {
  return asked.reduce((sum, { weight }) => sum + weight, 0)
}
