import type { Operator } from './draft.ts'

/** Names that several services share because one organisation runs them all. */
const chains: readonly { readonly name: string; readonly runs: string; readonly starts: RegExp }[] = [
  { name: 'Boots', runs: 'pharmacies', starts: /^Boots$/ },
  { name: 'Well', runs: 'pharmacies', starts: /^Well$/ },
  { name: 'Cohens Chemist', runs: 'pharmacies', starts: /^Cohens Chemist$/ },
  { name: 'Tesco', runs: 'pharmacies in its shops', starts: /^Tesco\b/ },
  { name: 'Bupa', runs: 'dental practices', starts: /^Bupa\b/ },
  { name: 'DCO Dental Group', runs: 'dental practices', starts: /^DCO Dental Group\b/ },
  { name: 'Kissdental', runs: 'dental practices', starts: /^Kissdental\b/ },
  { name: 'PureGym', runs: 'gyms', starts: /^Puregym\b/i },
  { name: 'The Gym Group', runs: 'gyms', starts: /^The Gym Group\b/ },
]

/** The organisation behind a chain's name, or `undefined` where the service stands for itself. */
export function chainOf(name: string): Operator | undefined {
  const chain = chains.find(({ starts }) => starts.test(name))
  return chain === undefined
    ? undefined
    : {
        key: `chain|${chain.name}`,
        name: chain.name,
        description: `Runs ${chain.runs} in the area and elsewhere.`,
      }
}

export const traffordLeisure: Operator = {
  key: 'operator|Trafford Leisure CIC',
  name: 'Trafford Leisure CIC',
  description: 'Runs leisure centres in Trafford.',
  website: 'https://traffordleisure.co.uk/',
}
export const councilLibraries: Operator = {
  key: 'operator|Trafford Council libraries',
  name: 'Trafford Council libraries',
  description: 'Runs the public libraries in Trafford.',
}
export const councilChildrensCentres: Operator = {
  key: 'operator|Trafford children’s centres',
  name: 'Trafford children’s centres',
  description: 'Runs the children’s centres in Trafford.',
}
export const trussellTrust: Operator = {
  key: 'operator|Trussell Trust',
  name: 'Trussell Trust food banks',
  description: 'Food banks in the Trussell Trust network.',
}
export const blueSci: Operator = {
  key: 'operator|blueSCI',
  name: 'blueSCI',
  description: 'Offers wellbeing sessions and activities in Trafford.',
}
export const danceSystem: Operator = {
  key: 'operator|Dance System CIC',
  name: 'Dance System CIC',
  description: 'Runs courses in dance and meditation.',
  website: 'https://www.dancesystem.co.uk/',
}
export const selfHelpServices: Operator = {
  key: 'operator|Self Help Services',
  name: 'Self Help Services',
  description: 'Runs support groups and online courses for people who feel anxious or low.',
  website: 'https://www.selfhelpservices.org.uk/',
}
