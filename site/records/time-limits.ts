/**
 * The time limits that pages print. No page types a limit: it names one of these by its key. Each says what kind of rule
 * it is, where it stands and when it was last checked.
 */
export interface TimeLimit {
  /** Printed to people, after words such as “by when”. */
  readonly words: string
  readonly kind: 'law' | 'guidance' | 'code'
  readonly source: string
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string
}

const checkedOn = '2026-11-01'
const ehc = 'SEND Regulations 2014 (SI 2014/1530)'

export const timeLimits = {
  'ehc-decide-to-assess': {
    words: 'within 6 weeks of the request',
    kind: 'law',
    source: `${ehc}, regulation 5`,
    checkedOn,
  },
  'ehc-advice': {
    words: 'within 6 weeks of being asked',
    kind: 'law',
    source: `${ehc}, regulation 8`,
    checkedOn,
  },
  'ehc-draft-comments': {
    words: 'at least 15 days to comment, counted from the day you are given the draft',
    kind: 'law',
    source: `${ehc}, regulation 13`,
    checkedOn,
  },
  'ehc-final-plan': {
    words: 'within 20 weeks of the request',
    kind: 'law',
    source: `${ehc}, regulation 13`,
    checkedOn,
  },
  'mediation-adviser': { words: 'within 2 months of the decision', kind: 'law', source: ehc, checkedOn },
  'mediation-certificate': { words: 'within 3 working days', kind: 'law', source: ehc, checkedOn },
  'mediation-meeting': {
    words: 'within 30 days of telling the council that you want it',
    kind: 'law',
    source: ehc,
    checkedOn,
  },
  'send-appeal': {
    words: 'within 2 months of the decision, or 1 month of the mediation certificate, whichever is later',
    kind: 'law',
    source: 'First-tier Tribunal rules for SEND appeals',
    checkedOn,
  },
  'review-report': { words: 'within 2 weeks of the meeting', kind: 'law', source: ehc, checkedOn },
  'review-decision': { words: 'within 4 weeks of the meeting', kind: 'law', source: ehc, checkedOn },
  'review-final-plan': {
    words: 'within 12 weeks of the meeting',
    kind: 'law',
    source: `${ehc}; R (L, M and P) v Devon [2022] EWHC 493`,
    checkedOn,
  },
  'council-complaint-acknowledge': {
    words: 'within 5 working days',
    kind: 'code',
    source: 'Ombudsman’s Complaint Handling Code',
    checkedOn,
  },
  'council-complaint-stage-1': {
    words: 'within 10 working days',
    kind: 'code',
    source: 'Ombudsman’s Complaint Handling Code',
    checkedOn,
  },
  'council-complaint-stage-2': {
    words: 'within 20 working days',
    kind: 'code',
    source: 'Ombudsman’s Complaint Handling Code',
    checkedOn,
  },
  'ombudsman-council': {
    words: 'within 12 months of knowing what went wrong',
    kind: 'law',
    source: 'Local Government Act 1974',
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }

export type TimeLimitKey = keyof typeof timeLimits

/** The time limit with this key, or `undefined` when there is none. */
export function timeLimit(key: string): TimeLimit | undefined {
  return Object.entries(timeLimits).find(([each]) => each === key)?.[1]
}
