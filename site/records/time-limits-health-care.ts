import { checkedOn, type TimeLimit } from './time-limit.ts'

const workingTogether = 'Working Together to Safeguard Children (2023), chapter 3'
const eatingDisorders = 'NHS England: access and waiting time standard for children with an eating disorder'

/** Waits for health services, assessments of care, grants for the home, and answers about data. */
export const healthAndCareLimits = {
  'autism-assessment': {
    words: 'within 3 months of the referral to the autism team',
    kind: 'guidance',
    source: 'NICE quality standard QS51, statement 1',
    checkedOn,
  },
  'consultant-treatment': {
    words: 'within 18 weeks of the referral',
    kind: 'law',
    source: 'NHS Constitution; SI 2012/2996, part 9',
    checkedOn,
  },
  wheelchair: {
    words: 'within 18 weeks of the referral',
    kind: 'guidance',
    source: 'NHS England: improving wheelchair services, aim for children',
    checkedOn,
  },
  'eating-disorder-urgent': {
    words: 'within 1 week if it is urgent',
    kind: 'guidance',
    source: eatingDisorders,
    checkedOn,
  },
  'eating-disorder': {
    words: 'within 4 weeks if it is not',
    kind: 'guidance',
    source: eatingDisorders,
    checkedOn,
  },
  'care-referral': {
    words: 'within 1 working day of being asked',
    kind: 'guidance',
    source: workingTogether,
    checkedOn,
  },
  'care-assessment': {
    words: 'within 45 working days of being asked, and sooner if your child needs it',
    kind: 'guidance',
    source: workingTogether,
    checkedOn,
  },
  'facilities-grant': {
    words: 'within 6 months of your full application',
    kind: 'law',
    source: 'Housing Grants, Construction and Regeneration Act 1996, section 34',
    checkedOn,
  },
  'data-complaint': {
    words: 'within 30 days of getting it',
    kind: 'law',
    source: 'Data Protection Act 2018, section 164A',
    checkedOn,
  },
} as const satisfies { readonly [key: string]: TimeLimit }
