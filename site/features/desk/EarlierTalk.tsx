import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { CardMessage } from '../conversation/CardMessage.tsx'
import { rememberFocus } from '../conversation/focus-later.ts'
import { MessageText } from '../conversation/MessageText.tsx'
import { timeOrDay } from '../conversation/plain-times.ts'
import type { DeskTools } from './desk-tools.ts'

/** The conversation from before that the visitor let us see: asked for with a button, since each reading is recorded. */
export function EarlierTalk({ tools, conversation, now }: EarlierTalkProps) {
  const { id, showsEarlier } = conversation
  const [problem, setProblem] = useState<string | null>(null)
  const earlier = tools.earlier.value[id]
  if (!showsEarlier) return null
  const read = async () => {
    const goOn = rememberFocus()
    setProblem(await tools.readEarlier(id))
    goOn(() => document.getElementById('desk-earlier-heading'))
  }
  return (
    <section class="desk-earlier" aria-labelledby="desk-earlier-heading">
      <h3 id="desk-earlier-heading" tabIndex={-1}>
        They let us see their earlier conversation
      </h3>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {earlier === undefined ? (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void read()}>
          Read it
        </button>
      ) : (
        <>
          <p class="note">
            {earlier.reference}, {timeOrDay(earlier.startedAt, now)}. To read only.
          </p>
          {earlier.messages.every(({ text, card }) => text === '' && card === null) ? (
            <p>Its text has been removed.</p>
          ) : (
            <ol class="desk-earlier__said">
              {earlier.messages.map((message) => (
                <li key={message.seq}>
                  {message.author !== 'notice' && (
                    <p class="message__name">
                      <bdi>
                        {message.author === 'visitor'
                          ? (earlier.visitorName ?? 'Visitor')
                          : (message.authorName ?? 'Navigator')}
                      </bdi>
                    </p>
                  )}
                  {message.text !== '' && <MessageText text={message.text} />}
                  {message.card && <CardMessage card={message.card} forVisitor={false} />}
                  <p class="note">{timeOrDay(message.sentAt, now)}</p>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </section>
  )
}

export type EarlierTalkProps = {
  tools: DeskTools
  conversation: DeskConversation
  /** ms UTC */
  now: number
}
