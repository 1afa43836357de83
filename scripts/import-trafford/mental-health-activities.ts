import type { Used } from './mental-health-decisions.ts'
import { forMentalHealth } from './mental-health-help.ts'
import { blueSci, danceSystem, selfHelpServices } from './operators.ts'

const wellbeing = {
  kind: 'Wellbeing sessions',
  body: 'blueSCI runs the sessions. A wellbeing practitioner can talk with you, and there are activities such as arts, crafts and music.',
  categories: ['mental-health', 'clubs-activities'],
  whoFor: { whoCanUse: 'Everyone in the community.' },
  operator: blueSci,
} satisfies Partial<Used>

const dropIn = { howIn: ['drop-in'] } satisfies Used['gettingIt']

/** Groups, courses, sessions and places to go that families can use, worded from the facts of the file. */
export const mentalHealthActivities: Readonly<Record<string, Used>> = {
  'The Proud Trust': {
    kind: 'Youth groups',
    summary: 'Youth groups where young people meet and support each other.',
    categories: ['mental-health', 'clubs-activities'],
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
    whoFor: forMentalHealth,
  },
  'Zion Anxiety Group': {
    kind: 'Support group',
    summary: 'A drop-in group in Hulme for people who struggle with anxiety, on Wednesday afternoons.',
    gettingIt: dropIn,
    hours: 'Wednesdays 1-3pm',
    operator: selfHelpServices,
    whoFor: forMentalHealth,
  },
  'Stretford Hearing Voices': {
    kind: 'Support group',
    summary: 'A support group in Stretford for people who hear voices.',
    times: 'Thursdays at 2pm. The source does not say when it ends.',
  },
  'Urmston Depression Group (Trafford Self Help Services)': {
    name: 'Urmston Depression Group',
    kind: 'Support group',
    summary: 'A drop-in group in Urmston for people with depression, on Tuesday afternoons.',
    gettingIt: dropIn,
    hours: 'Tuesdays 1.30-3.30pm',
    operator: selfHelpServices,
    whoFor: forMentalHealth,
  },
  'The Toy House': {
    kind: 'Play sessions',
    summary: 'A place in Flixton where children play with the adult who brings them.',
    categories: ['early-years', 'advice-support'],
    hours: 'Tuesdays, Wednesdays and Fridays, 9.30-11.30am and 12.30-2.30pm',
    body: 'Someone will listen when parents and carers want to talk.',
  },
  'Dance System CIC|M33 3JR': {
    kind: 'Dance course',
    operator: danceSystem,
    summary: 'A six-week course of dance and meditation in Sale, to feel better and more confident.',
    categories: ['mental-health', 'clubs-activities'],
    gettingIt: {
      costs: [{ key: 'course', what: 'Six-week course', pounds: 30, note: 'The price in July 2018' }],
    },
  },
  'Dance System CIC|WA15 8AP': {
    kind: 'Dance course',
    operator: danceSystem,
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
    whoFor: forMentalHealth,
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
    whoFor: forMentalHealth,
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
