import { checkedOn, type TimeLimit } from './time-limit.ts'

const ehc = 'SEND Regulations 2014 (SI 2014/1530)'
const codeOfPractice = 'SEND code of practice: 0 to 25 years (2015)'

/** Assessments, plans, reviews, mediation and appeals, and what a Local Offer owes. */
export const ehcLimits = {
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
  'local-offer-comments': {
    words: 'at least once a year',
    kind: 'law',
    source: `${ehc}, regulation 56`,
    checkedOn,
  },
  'ehc-school-answers': {
    words: 'within 15 days of being asked',
    kind: 'code',
    source: `${codeOfPractice}, paragraph 9.83`,
    checkedOn,
  },
  'review-meeting-notice': {
    words: 'at least 2 weeks before the meeting',
    kind: 'law',
    source: `${ehc}, regulation 20`,
    checkedOn,
  },
  'phase-transfer': {
    words: 'before 15 February in the year of the move',
    kind: 'law',
    source: `${ehc}, regulation 18`,
    checkedOn,
  },
  'phase-transfer-to-post-16': {
    words: 'before 31 March in the year of the move',
    kind: 'law',
    source: `${ehc}, regulation 18`,
    checkedOn,
  },
  'phase-transfer-between-post-16': {
    words: 'at least 5 months before the move',
    kind: 'law',
    source: `${ehc}, regulation 18`,
    checkedOn,
  },
  'reassessment-again': {
    words: 'at least 6 months after the last assessment',
    kind: 'law',
    source: 'Children and Families Act 2014, section 44, and SI 2014/1530, regulation 24',
    checkedOn,
  },
  'reassessment-decision': {
    words: 'within 15 days of the request',
    kind: 'law',
    source: `${ehc}, regulation 25`,
    checkedOn,
  },
  'plan-moves-council': {
    words: 'by the day you move, or within 15 working days of hearing about it if you told it late',
    kind: 'law',
    source: `${ehc}, regulation 15`,
    checkedOn,
  },
  'plan-moved-letter': {
    words: 'within 6 weeks of taking over the plan',
    kind: 'law',
    source: `${ehc}, regulation 15`,
    checkedOn,
  },
  'direct-payment-first-review': {
    words: 'within the first 3 months',
    kind: 'law',
    source: 'Special Educational Needs (Personal Budgets) Regulations 2014 (SI 2014/1652), regulation 11',
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }
