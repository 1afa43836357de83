/** Where a source file comes from and as of when, as its publisher states it. */
export interface Origin {
  readonly file: string
  readonly title: string
  /** As precise as the publisher is: a year, a month or a day. */
  readonly date: string
  readonly attribution: string
}

const licensed = 'Contains public sector information licensed under the Open Government Licence v3.0.'
const maps =
  'Contains OS data © Crown copyright; Royal Mail data © Royal Mail copyright; ONS data © Crown copyright.'

function origin(file: string, title: string, date: string, publisher: string): Origin {
  return {
    file,
    title: `${title} (Trafford Data Lab, from ${publisher})`,
    date,
    attribution: `${licensed} Source: ${publisher}. ${maps}`,
  }
}

export const schoolsOrigin = origin(
  'trafford_schools_and_colleges.csv',
  'Schools and colleges in Trafford',
  '2024-09-26',
  'Get Information About Schools, Department for Education',
)
export const gymsOrigin = origin(
  'health_and_fitness_gym.csv',
  'Health and fitness gyms in Trafford',
  '2025',
  'Active Places, © Sport England',
)
export const sportsClubsOrigin = origin(
  'sports_clubs.csv',
  'Sports clubs in Trafford',
  '2018-07',
  'Trafford Council',
)
export const leisureCentresOrigin = origin(
  'trafford_leisure_centres.csv',
  'Leisure centres in Trafford',
  '2025',
  'Trafford Council, Trafford Leisure CIC and George Carnall Community Group CIC',
)
export const librariesOrigin = origin(
  'trafford_libraries.csv',
  'Libraries in Trafford',
  '2023-11-21',
  'Trafford Council',
)
export const childrensCentresOrigin = origin(
  'trafford_childrens_centres.csv',
  'Children’s centres in Trafford',
  '2019-08-29',
  'Department for Education',
)
export const communityHubsOrigin = origin(
  'trafford_community_hubs.csv',
  'Community hubs in Trafford',
  '2023',
  'Trafford Council',
)
export const foodBanksOrigin = origin(
  'trafford_food_banks.csv',
  'Food banks in Trafford',
  '2018-01',
  'GM Poverty Action',
)
export const mentalHealthOrigin = origin(
  'trafford_mental_health_services.csv',
  'Mental health services for Trafford residents',
  '2018-07',
  'Trafford Council',
)
export const generalPracticesOrigin = origin(
  'trafford_general_practices.csv',
  'GP practices in Trafford',
  '2023-06-14',
  'NHS Digital',
)
export const dentistsOrigin = origin(
  'trafford_dentists.csv',
  'Dentists in Trafford',
  '2019-07-17',
  'the Care Quality Commission',
)
export const pharmaciesOrigin = origin(
  'trafford_pharmacies.csv',
  'Pharmacies in Trafford',
  '2025-03-31',
  'the Consolidated Pharmaceutical List, NHS Business Services Authority',
)

/** The first day of a date that may be a year or a month: a record must never look fresher than its source. */
export function firstDayOf(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}
