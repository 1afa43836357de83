import type { Service } from '#records/service.ts'

/** A question of Schedule 2, paragraph 5 of the SEND Regulations 2014, and the school's answer if it gave one. */
export interface QuestionAnswered {
  readonly question: string
  readonly answer: string | undefined
}

/** The ten questions in the order of the regulations, as a family would ask the school. */
export function answeredQuestions(answers: NonNullable<Service['tenQuestions']>): QuestionAnswered[] {
  return questions.map(([key, question]) => ({ question, answer: answers[key] }))
}

const questions = [
  ['teachingApproach', 'How do you teach children with SEN?'],
  ['adapting', 'How do you adapt lessons and the building?'],
  ['learningSupport', 'What help with learning is there?'],
  ['reviewingProgress', 'How do you check progress, and tell families?'],
  ['evaluating', 'How do you know that what you do works?'],
  ['facilities', 'How can children with SEN use all facilities?'],
  ['activities', 'What is there outside lessons?'],
  ['generalSupport', 'What other support is there?'],
  ['staffTraining', 'What training do staff have?'],
  ['emotionalSocial', 'How do you support feelings and friendships?'],
] as const satisfies readonly (readonly [keyof NonNullable<Service['tenQuestions']>, string])[]
