import type { Used } from './mental-health-decisions.ts'
import { selfHelpServices } from './operators.ts'

/** For services whose description names worry, low mood or another mental health need. */
export const forMentalHealth = { needs: ['social-emotional-mental-health'] } satisfies Used['whoFor']

/** Counselling, advice and support that families can use, worded from the facts of the file. */
export const mentalHealthHelp: Readonly<Record<string, Used>> = {
  'Mood Swings Network': {
    kind: 'Support charity',
    summary: 'Support for people with a mood disorder, and for their family and friends.',
    whoFor: forMentalHealth,
  },
  '42nd Street': {
    kind: 'Young people’s counselling',
    summary: 'Counselling, therapy and one-to-one support for young people aged 13 to 25.',
    whoFor: { youngest: 13, oldest: 25 },
  },
  'LGBT Foundation': {
    kind: 'Support charity',
    summary: 'Support of many kinds for lesbian, gay, bisexual and trans people.',
  },
  'LMCP Care Link': {
    kind: 'Support charity',
    summary: 'Help for South Asian women with their mental health.',
    whoFor: forMentalHealth,
  },
  'Manchester Refugee Support Network': {
    kind: 'Community network',
    summary: 'A network in Manchester that refugee communities run for each other.',
    categories: ['advice-support'],
  },
  'Talk Listen Change (TLC)': {
    kind: 'Counselling',
    summary: 'Counselling and support for families, for young people and for one person alone.',
  },
  'Black Health Agency': {
    kind: 'Health charity',
    summary: 'Support for people whose health care has been unequal, with mental health among other things.',
  },
  'Voice of BME Trafford': {
    kind: 'Advice',
    summary: 'Advice for people from Black and minority ethnic communities, and help to find other services.',
    categories: ['advice-support'],
  },
  'Trafford Centre for Independent Living': {
    kind: 'Disability charity',
    summary:
      'Services for people in Trafford with a physical, sensory, learning or mental health impairment.',
    categories: ['social-care', 'advice-support'],
    whoFor: {
      needs: [
        'physical-disability',
        'hearing',
        'vision',
        'learning-moderate',
        'learning-severe',
        'learning-profound',
        'social-emotional-mental-health',
      ],
    },
  },
  'Trafford Mental Health Advocacy Service': {
    kind: 'Advocacy',
    summary: 'Independent advocates for people who are kept in hospital under the Mental Health Act.',
    whoFor: {
      ...forMentalHealth,
      whoCanUse: 'Patients detained under the Mental Health Act who qualify.',
    },
  },
  'CDI Community Counselling Service': {
    kind: 'Counselling',
    summary: 'Counselling by qualified counsellors. Some speak a second language.',
    gettingIt: {
      howIn: ['self', 'professional'],
      howToApply: 'Get in touch yourself, or ask a service that knows you to do it.',
    },
    body: 'Counselling in two languages can be offered to people from Black and minority ethnic groups.',
  },
  'South Asian Disability Support Network': {
    kind: 'Support network',
    summary: 'A network for South Asian families with a disabled person in the family.',
    categories: ['advice-support'],
  },
  'Pakistani Resource Centre (Trafford South Asian Mental Health Service)': {
    name: 'Pakistani Resource Centre: South Asian mental health service',
    kind: 'Mental health service',
    summary:
      'Help for South Asian adults in Trafford who are mentally unwell, and for those who care for them.',
    whoFor: {
      ...forMentalHealth,
      youngest: 18,
      oldest: 25,
      whoCanUse: 'South Asian people aged 18 and over, their carers and families.',
    },
  },
  'Trafford eTherapy Service': {
    kind: 'Online therapy',
    summary: 'Online therapy courses run by Self Help Services.',
    delivery: ['online'],
    operator: selfHelpServices,
  },
  'Autistic Society for the Greater Manchester Area (ASGMA)': {
    kind: 'Autism charity',
    summary: 'One-to-one support and leisure activities for autistic people.',
    whoFor: { needs: ['autism'] },
    categories: ['advice-support', 'clubs-activities'],
  },
  'Being There': {
    kind: 'Support charity',
    summary:
      'Emotional support, and practical help at home, for people with cancer or another life-limiting illness.',
    categories: ['health', 'mental-health'],
    delivery: ['in-person', 'at-home'],
  },
  'Trafford Psychological Therapies': {
    kind: 'Talking therapies',
    summary: 'Talking therapies for anxiety and depression, for people aged 16 and over.',
    whoFor: {
      ...forMentalHealth,
      youngest: 16,
      oldest: 25,
      whoCanUse: 'People aged 16 and over who are registered with a doctor (GP) in Trafford.',
    },
  },
  'Talkshop Trafford': {
    kind: 'Advice for young people',
    summary: 'Advice and information for young people aged 13 to 19, and for some up to 25.',
    whoFor: {
      youngest: 13,
      oldest: 25,
      whoCanUse: 'Young people aged 13 to 19. Up to 25 for some: it depends on your circumstances.',
    },
    categories: ['advice-support'],
  },
  'Trafford Carers Centre': {
    kind: 'Carers’ charity',
    summary: 'Support for unpaid carers who look after someone living in Trafford.',
    categories: ['advice-support', 'social-care'],
  },
  'New Way Forward': {
    kind: 'Support charity',
    summary: 'One-to-one sessions, an art and craft group and other groups for better mental health.',
    body: 'There are groups for men and groups for women.',
    whoFor: forMentalHealth,
  },
  'The Counselling and Family Centre': {
    kind: 'Counselling',
    summary: 'One-to-one counselling, cognitive behavioural therapy (CBT) and group sessions in Altrincham.',
  },
}
