import { type CalendarDate, sayDate } from '#records/london-time.ts'

/** What the helpdesk writes into a conversation about answers that come later, for both sides to read. */

/** Its navigator answers it later. */
export function sayAnswersLater(navigatorName: string, by: CalendarDate): string {
  return `${navigatorName} needs more time and answers you here by the end of ${sayDate(by)}. You can close this page: we email you when there is an answer.`
}

/** A navigator goes on after the end. */
export function sayGoesOn(navigatorName: string): string {
  return `${navigatorName} has something to add. You can answer here again.`
}

/** The promised day has come and its navigator is not there. */
export function sayColleagueAnswers(navigatorName: string): string {
  return `${navigatorName} is not here today, so a colleague answers you. They can read what you wrote.`
}
