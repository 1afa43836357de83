/** What a guide is about, in the order in which they are listed. */
export const guideTopics = [
  { id: 'start', label: 'Start here' },
  { id: 'support-at-school', label: 'Support at school' },
  { id: 'ehc', label: 'EHC needs assessments and plans' },
  { id: 'health-care', label: 'Health and social care' },
  { id: 'growing-up', label: 'Growing up' },
  { id: 'daily-life', label: 'Daily life and money' },
  { id: 'young-people', label: 'For young people' },
  { id: 'professionals', label: 'For people who work with families' },
] as const
