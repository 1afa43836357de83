import type { Used } from './mental-health-decisions.ts'
import { blueSci, selfHelpServices } from './operators.ts'

const wellbeing = {
  kind: 'Wellbeing sessions',
  body: 'blueSCI runs the sessions. A wellbeing practitioner can talk with you, and there are activities such as arts, crafts and music.',
  categories: ['mental-health', 'clubs-activities'],
  whoFor: { whoCanUse: 'Everyone in the community.' },
  operator: blueSci,
} satisfies Partial<Used>

const dropIn = { howIn: ['drop-in'] } satisfies Used['gettingIt']

/** Services of the file that families can use, worded from its facts. */
export const usedServices: Readonly<Record<string, Used>> = {
  'Mood Swings Network': {
    kind: 'Support charity',
    summary: 'Support for people with a mood disorder, and for their family and friends.',
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
  'The Proud Trust': {
    kind: 'Youth groups',
    summary: 'Youth groups where young people meet and support each other.',
    categories: ['mental-health', 'clubs-activities'],
  },
  'LMCP Care Link': {
    kind: 'Support charity',
    summary: 'Help for South Asian women with their mental health.',
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
  'Old Trafford Wellbeing Centre': {
    ...wellbeing,
    summary: 'Wellbeing sessions and activities in Old Trafford for everyone in the community.',
  },
  'Alchemy Arts': {
    kind: 'Arts and wellbeing',
    summary: 'Music sessions, and courses in mindfulness and confidence, in Stretford.',
    categories: ['mental-health', 'clubs-activities'],
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
  },
  'Trafford Mental Health Advocacy Service': {
    kind: 'Advocacy',
    summary: 'Independent advocates for people who are kept in hospital under the Mental Health Act.',
    whoFor: { whoCanUse: 'Patients detained under the Mental Health Act who qualify.' },
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
  'Zion Centre (Peer Support)': {
    name: 'Peer support at the Zion Centre',
    kind: 'Peer support',
    summary: 'Support from people who have been through something similar themselves.',
    times: 'Monday to Friday. The source gives no hours.',
    operator: selfHelpServices,
  },
  'Chorlton Anxiety Group': {
    kind: 'Support group',
    summary: 'A drop-in group in Chorlton for people who struggle with anxiety, on Tuesday evenings.',
    gettingIt: dropIn,
    hours: 'Tuesdays 7-9pm',
    operator: selfHelpServices,
  },
  'Zion Anxiety Group': {
    kind: 'Support group',
    summary: 'A drop-in group in Hulme for people who struggle with anxiety, on Wednesday afternoons.',
    gettingIt: dropIn,
    hours: 'Wednesdays 1-3pm',
    operator: selfHelpServices,
  },
  'Stretford Hearing Voices': {
    kind: 'Support group',
    summary: 'A support group in Stretford for people who hear voices.',
    times: 'Thursdays at 2pm. The source does not say when it ends.',
  },
  'Autistic Society for the Greater Manchester Area (ASGMA)': {
    kind: 'Autism charity',
    summary: 'One-to-one support and leisure activities for autistic people.',
    whoFor: { needs: ['autism'] },
    categories: ['advice-support', 'clubs-activities'],
  },
  'Urmston Depression Group (Trafford Self Help Services)': {
    name: 'Urmston Depression Group',
    kind: 'Support group',
    summary: 'A drop-in group in Urmston for people with depression, on Tuesday afternoons.',
    gettingIt: dropIn,
    hours: 'Tuesdays 1.30-3.30pm',
    operator: selfHelpServices,
  },
  'The Toy House': {
    kind: 'Play sessions',
    summary: 'A place in Flixton where children play with the adult who brings them.',
    categories: ['early-years', 'advice-support'],
    hours: 'Tuesdays, Wednesdays and Fridays, 9.30-11.30am and 12.30-2.30pm',
    body: 'Someone will listen when parents and carers want to talk.',
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
  'Dance System CIC|M33 3JR': {
    kind: 'Dance course',
    summary: 'A six-week course of dance and meditation in Sale, to feel better and more confident.',
    categories: ['mental-health', 'clubs-activities'],
    gettingIt: {
      costs: [{ key: 'course', what: 'Six-week course', pounds: 30, note: 'The price in July 2018' }],
    },
  },
  'Dance System CIC|WA15 8AP': {
    kind: 'Dance course',
    summary: 'An eight-week course of dance, mindfulness and meditation in Altrincham, for more confidence.',
    categories: ['mental-health', 'clubs-activities'],
    gettingIt: {
      costs: [{ key: 'course', what: 'Eight-week course', pounds: 45, note: 'The price in July 2018' }],
    },
  },
  'Parent Support Group': {
    kind: 'Support group',
    summary: 'A drop-in for mothers who feel low, worried or lonely after having a baby.',
    categories: ['mental-health', 'advice-support'],
    gettingIt: dropIn,
    hours: 'Fridays 10am-12pm',
    sharedNumber: true,
    body: 'It meets in the café.',
  },
  'New Way Forward': {
    kind: 'Support charity',
    summary: 'One-to-one sessions, an art and craft group and other groups for better mental health.',
    body: 'There are groups for men and groups for women.',
  },
  'Coppice Library and Wellbeing Centre': {
    ...wellbeing,
    name: 'Coppice Library: wellbeing sessions',
    summary: 'Wellbeing sessions and activities at a library in Sale for everyone in the community.',
  },
  'Ear4U (listening ear service)': {
    name: 'Ear4U',
    kind: 'Listening service',
    summary: 'Someone to listen when you feel lonely or cut off, in Partington.',
  },
  'Partington Library & Wellbeing Centre': {
    ...wellbeing,
    name: 'Partington Library: wellbeing sessions',
    summary: 'Wellbeing sessions and activities at the library in Partington for everyone in the community.',
  },
  'Altrincham Anxiety Group (Trafford Self Help Services)': {
    name: 'Altrincham Anxiety Group',
    kind: 'Support group',
    summary: 'A drop-in group in Altrincham for people with anxiety, on Monday afternoons.',
    gettingIt: dropIn,
    hours: 'Mondays 2-4pm',
    operator: selfHelpServices,
  },
  'Open Studios CIC': {
    kind: 'Art classes',
    summary: 'Art classes and workshops in Altrincham, with a focus on people with mental health conditions.',
    categories: ['mental-health', 'clubs-activities'],
  },
  'The Counselling and Family Centre': {
    kind: 'Counselling',
    summary: 'One-to-one counselling, cognitive behavioural therapy (CBT) and group sessions in Altrincham.',
  },
  'Broomwood Wellbeing Centre': {
    ...wellbeing,
    summary: 'Wellbeing sessions and activities in Broomwood for everyone in the community.',
  },
  'G-Force': {
    kind: 'Community group',
    summary: 'Someone to listen, arts and crafts, and a shed for men to meet and make things.',
    categories: ['mental-health', 'clubs-activities'],
  },
  'Target Cafe': {
    kind: 'Community café',
    summary: 'A café in Stretford for people of all ages who want to stay free from drugs and alcohol.',
    whoFor: { whoCanUse: 'People of all ages.' },
    times: 'Every other Saturday. The source gives no hours.',
  },
}
