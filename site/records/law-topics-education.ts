import type { LawItem, LawTopic } from './law-item.ts'

const schedule = 'SI 2014/1530, Schedule 2'

/** The duty itself, and what the law asks about education and training. */
export const educationTopics: readonly LawTopic[] = [
  {
    id: 'section-30',
    label: 'The duty itself',
    law: 'Children and Families Act 2014, section 30; SI 2014/1530, Part 4',
    items: [
      { id: 'section-30.what', label: 'What the Local Offer is, and how to use it' },
      { id: 'section-30.comments', label: 'How to comment, and what is done with comments' },
      { id: 'section-30.paper', label: 'How to get it without the internet, and for disabled people' },
      { id: 'section-30.review', label: 'How it is kept under review with families and young people' },
    ],
  },
  {
    id: 'provision-in-area',
    label: 'Education and training in the area',
    law: `${schedule}, paragraph 1`,
    items: [
      {
        id: 'provision-in-area.early-years',
        label: 'Early years providers',
        shownBy: { categories: ['early-years'] },
      },
      {
        id: 'provision-in-area.maintained',
        label: 'Maintained schools and their units',
        shownBy: { categories: ['schools'], words: ['primary school', 'secondary school'] },
      },
      {
        id: 'provision-in-area.academies',
        label: 'Academies and their units',
        shownBy: { categories: ['schools'], words: ['academy', 'trust'] },
      },
      {
        id: 'provision-in-area.special',
        label: 'Special schools, non-maintained ones too',
        shownBy: { categories: ['schools'], words: ['special school'] },
      },
      {
        id: 'provision-in-area.post-16',
        label: 'Colleges and other places after 16',
        shownBy: { categories: ['colleges-training', 'schools'], words: ['college', 'sixth form'] },
      },
      { id: 'provision-in-area.section-41', label: 'Independent places approved under section 41' },
      {
        id: 'provision-in-area.pupil-referral',
        label: 'Pupil referral units',
        shownBy: {
          categories: ['schools', 'education-support'],
          words: ['pupil referral', 'alternative provision'],
        },
      },
      {
        id: 'provision-in-area.commissioned',
        label: 'Teams that the council pays to support learning',
        shownBy: { categories: ['education-support'] },
      },
    ],
  },
  {
    id: 'provision-out-of-area',
    label: 'Education and training outside the area',
    law: `${schedule}, paragraph 2`,
    items: [{ id: 'provision-out-of-area', label: 'Places outside the area that are likely to be used' }],
  },
  {
    id: 'provision-kinds',
    label: 'What kind of provision',
    law: `${schedule}, paragraph 3`,
    items: [
      { id: 'provision-kinds.mainstream', label: 'In mainstream schools, nurseries and colleges' },
      { id: 'provision-kinds.special', label: 'In special schools and places approved under section 41' },
      { id: 'provision-kinds.secured', label: 'Secured by the council: specialist teams and equipment' },
      { id: 'provision-kinds.funding', label: 'How it is paid for' },
    ],
  },
  {
    id: 'identifying-needs',
    label: 'Finding out about needs',
    law: schedule,
    items: [
      { id: 'identifying-needs.assess', label: 'How needs are found and assessed' },
      { id: 'identifying-needs.consult', label: 'How parents and young people are asked' },
      { id: 'equipment-facilities', label: 'How services, equipment and facilities are secured' },
    ],
  },
  {
    id: 'moving-between-phases',
    label: 'Moving on',
    law: schedule,
    items: [
      { id: 'moving-between-phases.phases', label: 'Support when moving between phases of education' },
      { id: 'moving-between-phases.adulthood', label: 'Support in preparing for adulthood' },
    ],
  },
  {
    id: 'ten-questions',
    label: 'What each school, college and nursery says of itself',
    law: `${schedule}, paragraph 5`,
    items: [
      question('teaching-approach', 'How children with SEN are taught', 'teachingApproach'),
      question('adapting', 'How lessons and buildings are adapted', 'adapting'),
      question('learning-support', 'What help with learning there is', 'learningSupport'),
      question('assessing-progress', 'How progress is checked and reviewed', 'reviewingProgress'),
      question('evaluating', 'How they know that it works', 'evaluating'),
      question('facilities', 'How facilities can be used', 'facilities'),
      question('activities', 'What there is outside lessons', 'activities'),
      question('general-support', 'Other support', 'generalSupport'),
      question('staff-training', 'What training staff have', 'staffTraining'),
      question('emotional-social', 'Support with feelings and friendships', 'emotionalSocial'),
      { id: 'sen-information-reports', label: 'Where SEN information reports and accessibility plans are' },
    ],
  },
  {
    id: 'other-education',
    label: 'Other learning and training',
    law: schedule,
    items: [
      { id: 'other-education.sport', label: 'Sport', shownBy: { categories: ['sport-leisure'] } },
      {
        id: 'other-education.arts',
        label: 'Arts',
        shownBy: {
          categories: ['clubs-activities'],
          words: ['art', 'arts', 'music', 'drama', 'dance', 'craft'],
        },
      },
      {
        id: 'other-education.reading',
        label: 'Reading',
        shownBy: { categories: ['clubs-activities', 'education-support'], words: ['library', 'reading'] },
      },
      { id: 'training.apprenticeships', label: 'Apprenticeships, and traineeships where still offered' },
      {
        id: 'training.internships',
        label: 'Supported internships',
        shownBy: { categories: ['colleges-training', 'preparing-for-adulthood'], words: ['internship'] },
      },
    ],
  },
]

function question(id: string, label: string, field: string): LawItem {
  return { id: `ten-questions.${id}`, label, shownBy: { question: field } }
}
