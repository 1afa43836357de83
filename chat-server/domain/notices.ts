/** What the helpdesk itself writes into a conversation, for both sides to read. */

/** A navigator has taken it from the queue. Families ask whether it is a person. */
export function sayJoined(navigatorName: string): string {
  return `${navigatorName} has joined. You are talking to a navigator now: a person, not a computer.`
}

/** A colleague has taken over: the family hears whom they talk with now. */
export function sayTakenOver(navigatorName: string, before: string | null): string {
  return `${before ?? 'Your navigator'} has passed this on to ${navigatorName}. You talk with ${navigatorName} now: a navigator, a person too. ${navigatorName} can read what you wrote, so you need not say it again.`
}

/** A colleague has come in beside the navigator who has it. */
export function sayJoinedToo(colleagueName: string, navigatorName: string | null): string {
  return `${colleagueName} has joined too. That is another navigator, a person too, who can read what you wrote. ${navigatorName ?? 'Your navigator'} is still here.`
}

/** That colleague has gone again. */
export function sayLeft(colleagueName: string, navigatorName: string | null): string {
  return `${colleagueName} has left. ${navigatorName ?? 'Your navigator'} is still here.`
}

/** The navigator has put it back into the queue. */
export function sayHandedBack(navigatorName: string): string {
  return `${navigatorName} has passed this on. You are in the queue again. The next navigator who is free answers here.`
}

/** The navigator's desk was cut off for too long. */
export function sayNavigatorLost(navigatorName: string): string {
  return `We have lost the connection to ${navigatorName}. You are in the queue again and keep your place.`
}

/** The visitor wants to be rung; the number itself is not told here. */
export function sayCallBackAsked(): string {
  return 'A telephone call was asked for.'
}

/** `navigatorName` is null when the visitor ended it. */
export function sayEnded(navigatorName: string | null): string {
  return navigatorName ? `${navigatorName} has ended this conversation.` : 'This conversation has ended.'
}
