import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { nameOfVisitor } from './desk-lists.ts'
import { nameOfNavigator, offeredToMe } from './desk-offers.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'

/** What colleagues ask this navigator to take over. Stands above the list until it is answered, and is told at once. */
export function OffersToMe({ session, state }: { session: DeskSession; state: DeskState }) {
  const offered = offeredToMe(state)
  return (
    <div class="desk-offers">
      <p class="govuk-visually-hidden" role="alert">
        {offered.map((one) => `${asksInWords(state, one)}.`).join(' ')}
      </p>
      {offered.map((conversation) => (
        <Offer key={conversation.id} session={session} state={state} conversation={conversation} />
      ))}
    </div>
  )
}

function asksInWords(state: DeskState, conversation: DeskConversation): string {
  const asker = nameOfNavigator(state, conversation.navigatorId)
  return `${asker} asks you to take over ${nameOfVisitor(conversation)}`
}

function Offer({ session, state, conversation }: OfferProps) {
  const [busy, setBusy] = useState(false)
  const { id, about, navigatorId } = conversation
  const name = nameOfVisitor(conversation)
  const act = async (work: () => Promise<boolean>) => {
    if (busy) return
    setBusy(true)
    await work()
    setBusy(false)
  }
  const takeOver = async () => {
    const done = await session.accept(id)
    if (done) await session.select(id)
    return done
  }
  return (
    <div class="notice desk-offer" data-offer={id}>
      <p class="notice__title">
        <bdi>{nameOfNavigator(state, navigatorId)}</bdi> asks you to take over <bdi>{name}</bdi>
      </p>
      {about !== null && (
        <p>
          About: <bdi>{about}</bdi>
        </p>
      )}
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void act(takeOver)}
        >
          Take over<span class="govuk-visually-hidden"> {name}</span>
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void act(() => session.decline(id))}
        >
          Not now<span class="govuk-visually-hidden">: {name}</span>
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => void session.select(id)}
        >
          Read it<span class="govuk-visually-hidden"> first: {name}</span>
        </button>
      </div>
    </div>
  )
}

type OfferProps = { session: DeskSession; state: DeskState; conversation: DeskConversation }
