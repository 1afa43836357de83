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
const codeOfPractice = 'SEND code of practice: 0 to 25 years (2015)'
const nhsComplaints = 'NHS and social care complaints regulations 2009 (SI 2009/309)'
const complaintCode = 'Local Government and Social Care Ombudsman’s Complaint Handling Code'
const equality = 'Equality Act 2010'

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
  'ehc-refuse-plan': {
    words: 'within 16 weeks of the request',
    kind: 'law',
    source: `${ehc}, regulation 10`,
    checkedOn,
  },
  'ehc-final-plan': {
    words: 'within 20 weeks of the request',
    kind: 'law',
    source: `${ehc}, regulation 13`,
    checkedOn,
  },
  'mediation-adviser': {
    words: 'within 2 months of the date on the decision letter',
    kind: 'law',
    source: ehc,
    checkedOn,
  },
  'mediation-certificate': {
    words: 'within 3 working days of saying no to mediation, or of its end',
    kind: 'law',
    source: ehc,
    checkedOn,
  },
  'mediation-meeting': {
    words: 'within 30 days of telling the council that you want it',
    kind: 'law',
    source: ehc,
    checkedOn,
  },
  'send-appeal': {
    words:
      'within 2 months of the decision letter, or 1 month of the mediation certificate, whichever is later',
    kind: 'law',
    source: 'Tribunal Procedure (First-tier Tribunal) rules 2008 (SI 2008/2699)',
    checkedOn,
  },
  'tribunal-order': {
    words: 'within 5 weeks of the order, or 2 weeks if only the school or college is at stake',
    kind: 'law',
    source: ehc,
    checkedOn,
  },
  'review-yearly': {
    words: 'at least once every 12 months',
    kind: 'law',
    source: 'Children and Families Act 2014, section 44',
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
    source: complaintCode,
    checkedOn,
  },
  'council-complaint-stage-1': {
    words: 'within 10 working days of confirming your complaint',
    kind: 'code',
    source: complaintCode,
    checkedOn,
  },
  'council-complaint-stage-2': {
    words: 'within 20 working days of confirming that you asked for this',
    kind: 'code',
    source: complaintCode,
    checkedOn,
  },
  'ombudsman-council': {
    words: 'within 12 months of knowing what went wrong',
    kind: 'law',
    source: 'Local Government Act 1974',
    checkedOn,
  },
  'nhs-complaint': {
    words: 'within 12 months of what happened, or of finding out about it',
    kind: 'law',
    source: nhsComplaints,
    checkedOn,
  },
  'nhs-complaint-acknowledge': {
    words: 'within 3 working days of getting your complaint',
    kind: 'law',
    source: nhsComplaints,
    checkedOn,
  },
  'ombudsman-health': {
    words: 'within 12 months of knowing what went wrong',
    kind: 'law',
    source: 'Health Service Commissioners Act 1993',
    checkedOn,
  },
  'discrimination-school': {
    words: 'within 6 months of what happened',
    kind: 'law',
    source: `${equality}, schedule 17`,
    checkedOn,
  },
  'discrimination-court': {
    words: 'within 6 months, less one day, of what happened',
    kind: 'law',
    source: `${equality}, section 118`,
    checkedOn,
  },
  'sen-support-meetings': {
    words: 'at least 3 times a year',
    kind: 'code',
    source: `${codeOfPractice}, chapter 6`,
    checkedOn,
  },
  'local-offer-comments': {
    words: 'at least once a year',
    kind: 'law',
    source: `${ehc}, regulation 56`,
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }

export type TimeLimitKey = keyof typeof timeLimits

/** The time limit with this key, or `undefined` when there is none. */
export function timeLimit(key: string): TimeLimit | undefined {
  return Object.entries(timeLimits).find(([each]) => each === key)?.[1]
}
