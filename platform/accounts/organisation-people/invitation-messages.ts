import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon } from '#records/london-time.ts'
import type { StaffMessage } from '../staff-messages.ts'

/** The message to somebody who is to keep the records of an organisation and has not signed in yet. `endsAt` is ms UTC. */
export function invitationToKeepMessage(invitation: {
  publicUrl: string
  organisation: string
  link: string
  endsAt: number
}): StaffMessage {
  const { publicUrl, organisation, link, endsAt } = invitation
  return {
    subject: `Keep the pages of ${oneLine(organisation)} right in the Local Offer`,
    text: `Families look in the Local Offer for what ${oneLine(organisation)} offers, when and where. The council asks you to keep that right.

Open this link and press the button. You are signed in then and see your list. There is no password:

${link}

The link is for you alone. It works once, until ${dateInWords(inLondon(endsAt).date)}. If you get this email again, use the newest: only its link works. After that you sign in here, with this email address:

${signInAddress(publicUrl)}

If this is not for you, you need do nothing. Nobody gets in without the link.
`,
  }
}

/** The message to somebody with an account who is to keep the records of one more organisation. */
export function alsoKeepsMessage(publicUrl: string, organisation: string): StaffMessage {
  return {
    subject: `You keep the pages of ${oneLine(organisation)} in the Local Offer`,
    text: `The council asks you to keep the pages of ${oneLine(organisation)} in the Local Offer right. You have an account already, and it can do that now.

Sign in with this email address, and you see the pages in your list:

${signInAddress(publicUrl)}

If this is a mistake, tell the council.
`,
  }
}

function signInAddress(publicUrl: string): string {
  return new URL(`/sign-in/?${new URLSearchParams({ next: '/my-services/' })}`, publicUrl).href
}

/** A name as it may stand in the subject of an email. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}
