import type { LeftOut } from './mental-health-decisions.ts'

const branch = { leftOut: 'it is the local branch of a national charity, with a number from 2018' }
const older = { leftOut: 'it is for older people' }
const crisis = {
  shownAs: 'a crisis service',
  leftOut: 'it is a service for people who were abused or in danger: its address stays unpublished',
}

/** Services of the file that families cannot or must not be sent to, each with its reason. */
export const leftOutServices: Readonly<Record<string, LeftOut>> = {
  'African Caribbean Care Group': older,
  'African and Caribbean Mental Health Services': {
    leftOut: 'it is only for people who are registered with a doctor outside the area',
  },
  'Relate Greater Manchester South': branch,
  'Trafford Domestic Abuse Service': crisis,
  'Collaborative Women UK': crisis,
  'Manchester Rape Crisis': crisis,
  Homestart: branch,
  'Age UK Trafford (Dementia Service)': older,
  'Leonard Cheshire Disability': branch,
  'MacMillan Wellbeing Centre': branch,
  'Alzheimers Society Trafford': older,
  'Salvation Army': branch,
  'Victim Support & Witness Service': branch,
  'Sporting Memories': older,
  'Creative Support': {
    leftOut: 'its address is a house number that is not a known venue, so it may be a home',
  },
  'Larkhill Demetia Cafe (Later Life Living)': older,
  'United Response': branch,
  Samaritans: branch,
}
