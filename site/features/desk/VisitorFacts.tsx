import type { Channel } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { Contact } from '#protocol/desk-contact.ts'
import type { AnswerWay } from '#protocol/wishes.ts'
import { telephoneLink } from '#records/telephone.ts'
import { timeOrDay } from '../conversation/plain-times.ts'
import { DangerPrompt } from './DangerPrompt.tsx'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'
import { TalkTools } from './TalkTools.tsx'

export type VisitorFactsProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  /** null until the conversation was opened */
  contact: Contact | null
  /** ms UTC */
  now: number
}

/** What the visitor told us, how to reach them, and what staff keep beside it. Only what is known. */
export function VisitorFacts({ session, state: desk, conversation, contact, now }: VisitorFactsProps) {
  const { concerns } = session
  const {
    visitorName,
    about,
    pageFrom,
    uses,
    preferredContact,
    reference,
    channel,
    startedAt,
    navigatorName,
    state,
    callBack,
  } = conversation
  const otherWay = contact?.email != null || (contact?.telephone != null && !callBack)
  const prompt = (text: string | null) => (
    <DangerPrompt concerns={concerns} conversation={conversation} text={text} />
  )
  const isUnreachable = channel === 'message' && !otherWay && !callBack
  return (
    <section class="desk__facts" aria-labelledby="desk-facts-heading">
      <h2 id="desk-facts-heading">{channelWords[channel].heading}</h2>
      <dl>
        <Fact name="Name">
          {visitorName === null ? 'Not given' : <bdi>{visitorName}</bdi>}
          {prompt(visitorName)}
        </Fact>
        {about !== null && (
          <Fact name="About">
            <bdi>{about}</bdi>
            {prompt(about)}
          </Fact>
        )}
        {uses.length > 0 && (
          <Fact name="Helps them to talk">
            {uses.map((use) => (
              <bdi key={use} class="desk__use">
                {use}
              </bdi>
            ))}
            {prompt(uses.join(', '))}
          </Fact>
        )}
        {preferredContact !== null && (
          <Fact name="Likes an answer">{answerWayInWords[preferredContact]}</Fact>
        )}
        {pageFrom !== null && (
          <Fact name="Came from">
            <a href={pageFrom} target="_blank" rel="noopener">
              {pageFrom}
              <span class="govuk-visually-hidden"> (opens in a new tab)</span>
            </a>
          </Fact>
        )}
        {callBack && (
          <Fact name="Please ring">
            {contact?.telephone != null && <a href={telephoneLink(contact.telephone)}>{contact.telephone}</a>}
            {contact?.callBackWhen != null && (
              <>
                <br />
                When it suits: <bdi>{contact.callBackWhen}</bdi>
                {prompt(contact.callBackWhen)}
              </>
            )}
            {contact === null && 'The number shows when the conversation is open.'}
          </Fact>
        )}
        {contact !== null && (otherWay || isUnreachable) && (
          <Fact name="How to reach them">
            {contact.email !== null && (
              <>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
                <br />
              </>
            )}
            {!callBack && contact.telephone !== null && (
              <a href={telephoneLink(contact.telephone)}>{contact.telephone}</a>
            )}
            {isUnreachable &&
              'No email address or telephone number. They read the answer on their own device.'}
          </Fact>
        )}
        {contact !== null && contact.postTo !== null && (
          <Fact name="Post to">
            <span class="desk__address">
              <bdi>{contact.postTo}</bdi>
            </span>
          </Fact>
        )}
        <Fact name={channelWords[channel].began}>{timeOrDay(startedAt, now)}</Fact>
        {state !== 'waiting' && navigatorName !== null && (
          <Fact name="Navigator">
            <bdi>{navigatorName}</bdi>
          </Fact>
        )}
        <Fact name="Reference">{reference}</Fact>
      </dl>
      <TalkTools {...{ session, state: desk, conversation, now }} />
    </section>
  )
}

const channelWords: Record<Channel, { heading: string; began: string }> = {
  chat: { heading: 'About this chat', began: 'Started' },
  message: { heading: 'About this message', began: 'Sent' },
  telephone: { heading: 'About this call', began: 'Written down' },
  visit: { heading: 'About this visit', began: 'Written down' },
  paper: { heading: 'About this request for paper', began: 'Asked' },
}

const answerWayInWords: Record<AnswerWay, string> = {
  here: 'Here, in the chat',
  email: 'By email',
  telephone: 'By telephone',
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
