import { linkMinutes } from './auth.ts'

/** The message with a sign-in link. */
export function signInMessage(publicUrl: string, token: string, next: string | undefined): StaffMessage {
  const link = new URL('/sign-in/confirm/', publicUrl)
  link.searchParams.set('token', token)
  if (next !== undefined) link.searchParams.set('next', next)
  return {
    subject: 'Your link to sign in to the Local Offer',
    text: `Open this link and press the button to sign in:

${link}

It works once, for ${linkMinutes} minutes. If you did not ask for it, you need do nothing: nobody can sign in without it.
`,
  }
}

/** The message to somebody who was given an account. */
export function invitationMessage(publicUrl: string): StaffMessage {
  return {
    subject: 'You can sign in to the Local Offer',
    text: `The council has made an account for you, or has changed what yours may do.

Open this page, enter this email address, and we will send you a link to sign in:

${publicUrl}/sign-in/
`,
  }
}

export interface StaffMessage {
  subject: string
  text: string
}
