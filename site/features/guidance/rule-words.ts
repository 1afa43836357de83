import type { TimeLimit } from '#records/time-limit.ts'

/** What kind of rule a time limit is, in words that its source can follow. */
export function kindOfRule({ kind }: Pick<TimeLimit, 'kind'>): string {
  return { law: 'The law', guidance: 'Guidance', code: 'Code of practice' }[kind]
}
