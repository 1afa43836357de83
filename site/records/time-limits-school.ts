import { checkedOn, type TimeLimit } from './time-limit.ts'

const codeOfPractice = 'SEND code of practice: 0 to 25 years (2015)'
const exclusions =
  'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 (SI 2012/1033)'
const travel = 'Travel to school for children of compulsory school age (statutory guidance, 2023)'
const admissions =
  'School Admissions (Admission Arrangements and Co-ordination of Admission Arrangements) (England) Regulations 2012 (SI 2012/8)'
const dataProtection = 'UK GDPR, articles 12 and 15'

/** Support at school, suspension and exclusion, absence, travel, and asking for records. */
export const schoolLimits = {
  'sen-support-meetings': {
    words: 'at least 3 times a year',
    kind: 'code',
    source: `${codeOfPractice}, chapter 6`,
    checkedOn,
  },
  'governors-meet-exclusion': {
    words: 'within 15 school days of being told',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'governors-meet-suspension': {
    words: 'within 50 school days of being told, if you ask for it',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'review-panel-request': {
    words: 'within 15 school days of the governors’ decision letter',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'review-panel-meets': {
    words: 'within 15 school days of your request',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'suspension-most': {
    words: 'at most 45 school days in one school year',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'education-after-exclusion': {
    words: 'from the sixth school day',
    kind: 'law',
    source: 'Education Act 1996, section 19; Education and Inspections Act 2006, section 100',
    checkedOn,
  },
  'education-when-ill': {
    words: 'by the 15th school day of absence',
    kind: 'guidance',
    source: 'Arranging education for children who cannot attend school because of health needs (2023)',
    checkedOn,
  },
  'school-records': {
    words: 'within 15 school days of your request in writing',
    kind: 'law',
    source: 'Education (Pupil Information) (England) Regulations 2005 (SI 2005/1437), regulation 5',
    checkedOn,
  },
  'other-records': {
    words: 'within 1 month of your request',
    kind: 'law',
    source: dataProtection,
    checkedOn,
  },
  'other-records-complex': {
    words: 'within 3 months of your request, if it is complicated',
    kind: 'law',
    source: dataProtection,
    checkedOn,
  },
  'travel-review-request': {
    words: 'within 20 working days of the decision',
    kind: 'guidance',
    source: travel,
    checkedOn,
  },
  'travel-review-decision': {
    words: 'within 20 working days of your request',
    kind: 'guidance',
    source: travel,
    checkedOn,
  },
  'travel-appeal-request': {
    words: 'within 20 working days of the answer to your first request',
    kind: 'guidance',
    source: travel,
    checkedOn,
  },
  'travel-appeal-decision': {
    words: 'within 40 working days of your request',
    kind: 'guidance',
    source: travel,
    checkedOn,
  },
  'travel-post-16-statement': {
    words: 'by 31 May each year',
    kind: 'law',
    source: 'Education Act 1996, section 509AA',
    checkedOn,
  },
  'suspension-short': {
    words: 'at most 5 school days in one term',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'suspension-middle': {
    words: 'from 5.5 to 15 school days in one term',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'suspension-long': {
    words: 'at least 15.5 school days in one term',
    kind: 'law',
    source: exclusions,
    checkedOn,
  },
  'apply-primary-school': {
    words: 'by 15 January before your child starts',
    kind: 'law',
    source: admissions,
    checkedOn,
  },
  'apply-secondary-school': {
    words: 'by 31 October of Year 6',
    kind: 'law',
    source: admissions,
    checkedOn,
  },
  'inclusion-strategy': {
    words: 'by 31 December 2026',
    kind: 'guidance',
    source: 'Developing an inclusion strategy using the inclusive mainstream fund (June 2026)',
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }
