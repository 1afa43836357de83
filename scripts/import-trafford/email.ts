import { z } from 'zod'
import type { Finding } from './finding.ts'

/** Words that show a mailbox to be a team's. Whatever has none of them may be a person's. */
const teamWords =
  /(^|[._-])(admin|centremanager|contact|enquiries|friends|hello|hopefood|info|libraries|library|manager|office|secretary|team|trafflocals|thegrammarteam)($|[._\d-])/

/** Mailboxes named after the place, as chains give them out. */
const placeWords = /^(manchester|sale|stretford|altrincham|urmston)\d*$/

const freeMail = /@(gmail|googlemail|outlook|hotmail|yahoo|live|icloud|aol|btinternet)\./

/** A team's email address. An address that may be a person's own is not carried over. */
export function teamEmailFrom(text: string | undefined): Finding<string> {
  if (text === undefined) return {}
  const address = text.toLowerCase()
  if (!z.email().safeParse(address).success) return { omitted: 'the email address: it is not one' }
  const mailbox = address.split('@')[0] ?? ''
  const isTeams = !freeMail.test(address) && (teamWords.test(mailbox) || placeWords.test(mailbox))
  return isTeams ? { value: address } : { omitted: 'the email address: it may be a person’s own' }
}
