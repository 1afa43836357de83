/** What leaves by email: a reference and a private link. Never what was said, about whom, or by whom. */
export interface Letter {
  subject: string
  text: string
}

interface About {
  reference: string
  /** opens the conversation */
  link: string
  /** the last day on which it does, like "Sunday 21 February" */
  worksUntil: string
}

/** After the message form. `answeredBy` is a day, or null when none can be promised. */
export function sayWeHaveYourMessage(about: About & { answeredBy: string | null }): Letter {
  const promise = about.answeredBy === null ? '' : ` We answer by the end of ${about.answeredBy}.`
  return {
    subject: `We have your message (${about.reference})`,
    text: `We have your message.${promise} We will email you when there is an answer.\n\n${ending(about)}`,
  }
}

/** When a visitor leaves an address while they wait. */
export function sayWeWillEmail(about: About): Letter {
  return {
    subject: `We will email you (${about.reference})`,
    text: `You can close the page. We will email you when there is an answer.\n\n${ending(about)}`,
  }
}

/** When a visitor wants to read the conversation again, or keep a copy. */
export function sayHereIsYourLink(about: About): Letter {
  return {
    subject: `Your link to the conversation (${about.reference})`,
    text: `Here is the link that you asked for. With it you can read the conversation again and keep a copy.\n\n${ending(about)}`,
  }
}

/** When a navigator has written and nobody was there to read it. */
export function sayYouHaveAReply(about: About): Letter {
  return {
    subject: `You have a reply (${about.reference})`,
    text: `You have a reply. For your privacy it is not in this email. Read it here.\n\n${ending(about)}`,
  }
}

function ending({ reference, link, worksUntil }: About): string {
  return `Open this link and press the button to read and write:

${link}

The link is only for you. Whoever has it can read what was said, so do not pass it on. It works until ${worksUntil}.

Your reference number is ${reference}. You cannot answer this email. If someone is in danger, call 999.
`
}
