import { telephoneLink } from '#records/telephone.ts'
import type { ShortlistEntry } from './entry.ts'
import { type SavedService, shortlistLimits } from './shortlist.ts'

interface Props {
  service: SavedService
  /** What the directory says now; not there until it is loaded, or when the record is gone. */
  entry: ShortlistEntry | undefined
  vanished: boolean
  isFirst: boolean
  isLast: boolean
  onNote(note: string): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** A saved service: where it is, how to reach it, the family's note, and what can be done with it. */
export function ShortlistItem({
  service,
  entry,
  vanished,
  isFirst,
  isLast,
  onNote,
  onMove,
  onRemove,
}: Props) {
  const { id, note } = service
  const name = entry?.name ?? service.name
  const noteId = `note-${id}`
  return (
    <li class="shortlist__item" data-item={id}>
      <h3>{vanished ? name : <a href={entry?.href ?? service.href}>{name}</a>}</h3>
      {vanished && (
        <p class="shortlist__gone">
          This is no longer in the directory. It may have closed or changed its name.{' '}
          <a href="/chat/">Ask us</a> what there is instead.
        </p>
      )}
      {entry?.closed && <p class="shortlist__gone">{entry.closed}</p>}
      {entry && <Reach entry={entry} />}
      <div class="shortlist__note">
        <label class="govuk-label" for={noteId}>
          Your note<span class="govuk-visually-hidden"> on {name}</span>
        </label>
        <textarea
          id={noteId}
          class="govuk-textarea"
          rows={2}
          maxLength={shortlistLimits.noteLength}
          value={note}
          onInput={(event) => onNote(event.currentTarget.value)}
        />
      </div>
      {note !== '' && <p class="shortlist__printed-note">Note: {note}</p>}
      <div class="shortlist__actions">
        {!(isFirst && isLast) && (
          <>
            <MoveButton by={-1} words="Move up" name={name} stuck={isFirst} onMove={onMove} />
            <MoveButton by={1} words="Move down" name={name} stuck={isLast} onMove={onMove} />
          </>
        )}
        <button type="button" class="shortlist__action" onClick={onRemove}>
          Remove<span class="govuk-visually-hidden"> {name}</span>
        </button>
      </div>
    </li>
  )
}

function Reach({ entry }: { entry: ShortlistEntry }) {
  return (
    <>
      <p class="shortlist__kind">{entry.kindAndPlace}</p>
      {entry.addresses.map((address) => (
        <p key={address}>{address}</p>
      ))}
      {entry.telephone && (
        <p>
          <a href={telephoneLink(entry.telephone)}>Call {entry.telephone}</a>
        </p>
      )}
      {entry.email && (
        <p>
          <a href={`mailto:${entry.email}`}>{entry.email}</a>
        </p>
      )}
      {entry.telephone === undefined && entry.email === undefined && entry.website && (
        <p>
          <a href={entry.website}>Website</a>
        </p>
      )}
    </>
  )
}

/** It stays where it is and can be reached when there is nowhere to move, so that the focus is never lost. */
function MoveButton({ by, words, name, stuck, onMove }: MoveProps) {
  return (
    <button
      type="button"
      class="shortlist__action"
      data-move={by}
      aria-disabled={stuck ? 'true' : undefined}
      onClick={() => !stuck && onMove(by)}
    >
      {words}
      <span class="govuk-visually-hidden"> {name}</span>
    </button>
  )
}

interface MoveProps {
  by: -1 | 1
  words: string
  name: string
  stuck: boolean
  onMove(by: -1 | 1): void
}
