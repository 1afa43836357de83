import { checkedOn, type TimeLimit } from './time-limit.ts'

const nhsComplaints = 'NHS and social care complaints regulations 2009 (SI 2009/309)'
const complaintCode = 'Local Government and Social Care Ombudsman’s Complaint Handling Code'
const equality = 'Equality Act 2010'
const care = 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)'
const benefits =
  'Universal Credit, PIP, JSA and ESA (Decisions and Appeals) Regulations 2013; Tribunal Procedure (First-tier Tribunal) (Social Entitlement Chamber) Rules 2008'

/** Complaints, ombudsmen, courts, and decisions on benefits. */
export const complaintLimits = {
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
  'care-complaint': {
    words: 'within 12 months of what happened',
    kind: 'law',
    source: `${care}, regulation 9`,
    checkedOn,
  },
  'care-complaint-stage-1': {
    words: 'within 10 working days, or 20 if it is complicated',
    kind: 'law',
    source: `${care}, regulation 14`,
    checkedOn,
  },
  'care-complaint-stage-2': {
    words: 'within 25 working days, or 65 if it is complicated',
    kind: 'law',
    source: `${care}, regulation 17`,
    checkedOn,
  },
  'care-complaint-panel-request': {
    words: 'within 20 working days of the answer',
    kind: 'law',
    source: `${care}, regulation 18`,
    checkedOn,
  },
  'care-complaint-panel': {
    words: 'within 30 working days of your request',
    kind: 'law',
    source: `${care}, regulation 19`,
    checkedOn,
  },
  'care-complaint-panel-answer': {
    words: 'within 15 working days of the panel’s report',
    kind: 'law',
    source: `${care}, regulation 20`,
    checkedOn,
  },
  'judicial-review': {
    words: 'within 3 months at the very latest, and as soon as you can',
    kind: 'law',
    source: 'Civil Procedure Rules, rule 54.5',
    checkedOn,
  },
  'benefit-reconsideration': {
    words: 'within 1 month of the date on the decision letter',
    kind: 'law',
    source: benefits,
    checkedOn,
  },
  'benefit-appeal': {
    words: 'within 1 month of the date on the reconsideration notice',
    kind: 'law',
    source: benefits,
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }
