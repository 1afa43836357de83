import type { LawItem, LawTopic } from './law-item.ts'

const schedule = 'SI 2014/1530, Schedule 2'

/** What the law asks about health, care, travel, adult life, advice, EHC plans and putting things right. */
export const supportTopics: readonly LawTopic[] = [
  {
    id: 'health',
    label: 'Health',
    law: schedule,
    items: [
      health('speech-language', 'Speech and language therapy', ['speech']),
      health('physiotherapy', 'Physiotherapy', ['physiotherapy']),
      health('occupational', 'Occupational therapy', ['occupational']),
      { id: 'health.other-therapies', label: 'Other therapies' },
      { id: 'health.mental-health', label: 'Mental health', shownBy: { categories: ['mental-health'] } },
      health('equipment', 'Wheelchairs and community equipment', ['wheelchair', 'equipment']),
      health('nursing', 'Children’s community nursing', ['nursing', 'nurse']),
      health('continence', 'Continence', ['continence', 'bladder']),
      health('palliative', 'Palliative care and respite care', ['palliative', 'hospice']),
      { id: 'health.emergency', label: 'Emergency care' },
      { id: 'health.adult', label: 'Moving to adult health services' },
    ],
  },
  {
    id: 'social-care',
    label: 'Social care',
    law: schedule,
    items: [
      { id: 'social-care.childcare', label: 'Childcare', shownBy: { categories: ['early-years'] } },
      {
        id: 'social-care.leisure',
        label: 'Leisure',
        shownBy: { categories: ['sport-leisure', 'clubs-activities'] },
      },
      { id: 'social-care.short-breaks', label: 'Short breaks', shownBy: { categories: ['short-breaks'] } },
      { id: 'social-care.adult', label: 'Moving to adult care' },
      { id: 'social-care.independent-living', label: 'Living independently' },
    ],
  },
  {
    id: 'transport',
    label: 'Travel',
    law: schedule,
    items: [
      { id: 'transport.schools', label: 'Travel to and from school', shownBy: { categories: ['travel'] } },
      { id: 'transport.post-16', label: 'Travel after 16' },
      { id: 'transport.early-years', label: 'Travel to early years providers' },
      { id: 'transport.costs', label: 'Help with the cost of travel' },
    ],
  },
  {
    id: 'adulthood',
    label: 'Preparing for adulthood and independent living',
    law: `Children and Families Act 2014, section 30; ${schedule}`,
    items: [
      { id: 'adulthood.work', label: 'Finding work' },
      { id: 'adulthood.housing', label: 'Finding a place to live' },
      { id: 'adulthood.community', label: 'Taking part in the community' },
    ],
  },
  {
    id: 'information-advice-support',
    label: 'Information, advice and support',
    law: schedule,
    items: [
      {
        id: 'information-advice-support.service',
        label: 'Information, advice and support services',
        shownBy: { categories: ['advice-support'], words: ['sendiass', 'information, advice'] },
      },
      {
        id: 'information-advice-support.forum',
        label: 'Parent carer forums',
        shownBy: { categories: ['advice-support'], words: ['forum'] },
      },
      {
        id: 'information-advice-support.groups',
        label: 'Support groups',
        shownBy: {
          categories: ['advice-support', 'clubs-activities'],
          words: ['support group', 'parent group'],
        },
      },
    ],
  },
  {
    id: 'ehc',
    label: 'EHC needs assessments and plans',
    law: schedule,
    items: [
      { id: 'ehc.asking', label: 'How to ask for an assessment' },
      { id: 'ehc.deciding', label: 'How the decision is made' },
      { id: 'ehc.personal-budget', label: 'Personal budgets' },
      { id: 'eligibility', label: 'Who can get a service, and who decides' },
    ],
  },
  {
    id: 'complaints',
    label: 'When things go wrong',
    law: schedule,
    items: [
      { id: 'complaints.complaint', label: 'Complaints' },
      { id: 'complaints.disagreement-resolution', label: 'Disagreement resolution' },
      { id: 'complaints.mediation', label: 'Mediation' },
      { id: 'complaints.appeal', label: 'Appeal to the First-tier Tribunal' },
      { id: 'complaints.ombudsman', label: 'The ombudsmen' },
    ],
  },
  {
    id: 'lists',
    label: 'Lists and strategies',
    law: schedule,
    items: [
      { id: 'accessibility-strategy', label: 'The council’s accessibility strategy' },
      { id: 'section-41', label: 'The list of places approved under section 41' },
    ],
  },
]

function health(id: string, label: string, words: readonly string[]): LawItem {
  return { id: `health.${id}`, label, shownBy: { categories: ['health', 'therapies'], words } }
}
