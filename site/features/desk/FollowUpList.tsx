import { useEffect, useState } from 'preact/hooks'
import type { FollowUp } from '#protocol/desk-follow-ups.ts'
import { inLondon } from '#records/london-time.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { FollowUpItem } from './FollowUpItem.tsx'
import { dueInWords, type FollowUpsDesk, partFollowUps } from './follow-ups-desk.ts'

/** All that this navigator means to do. It opens by itself when something is due that was not before. */
export function FollowUpList({ desk, now, onSelect }: FollowUpListProps) {
  const today = inLondon(now).date
  const parts = partFollowUps(desk.view.value, today)
  const due = dueInWords(parts)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (due !== '') setOpen(true)
  }, [due])
  if (desk.view.value.length === 0) return null
  const part = (title: string, followUps: readonly FollowUp[]) =>
    followUps.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul class="desk-follow-ups__list">
          {followUps.map((one) => (
            <FollowUpItem key={one.id} desk={desk} followUp={one} today={today} onSelect={onSelect} />
          ))}
        </ul>
      </>
    )
  return (
    <section class="desk-follow-ups" aria-labelledby="desk-follow-ups-heading">
      <StatusLine class="govuk-visually-hidden" text={due === '' ? '' : `Follow-ups: ${due}.`} />
      <details class="desk-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id="desk-follow-ups-heading">Follow-ups{due !== '' && `: ${due}`}</h2>
        </summary>
        {part('Overdue', parts.overdue)}
        {part('Today', parts.today)}
        {part('Later', parts.later)}
        {part('Done lately', parts.done)}
      </details>
    </section>
  )
}

type FollowUpListProps = {
  desk: FollowUpsDesk
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
}
