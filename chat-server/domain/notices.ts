/** What the helpdesk itself writes into a conversation, for both sides to read. */

export function sayJoined(navigatorName: string): string {
  return `${navigatorName} has joined. ${navigatorName} is a navigator: a person, not a computer.`
}

export function sayHandedBack(navigatorName: string): string {
  return `${navigatorName} has passed this on. You are in the queue again. The next navigator who is free answers here.`
}

/** The navigator's desk was cut off for too long. */
export function sayNavigatorLost(navigatorName: string): string {
  return `We have lost the connection to ${navigatorName}. You are in the queue again and keep your place.`
}

/** `navigatorName` is null when the visitor ended it. */
export function sayEnded(navigatorName: string | null): string {
  return navigatorName ? `${navigatorName} has ended this conversation.` : 'This conversation has ended.'
}
