import { counted } from '#records/counted.ts'
import type { ShortlistEntry } from './entry.ts'
import { isGone, type LoadedEntries } from './load-entries.ts'
import type { SharedIds } from './shared-link.ts'

interface Props {
  shared: SharedIds
  /** Not there until it is loaded. */
  known: LoadedEntries | undefined
  onKeep(services: readonly ShortlistEntry[]): void
  onDismiss(): void
}

/** A list that somebody shared by link: what is on it, and whether to keep it on this device. */
export function SharedOffer({ shared, known, onKeep, onDismiss }: Props) {
  const services = shared.ids.flatMap((id) => known?.entries.get(id) ?? [])
  const gone = known === undefined ? 0 : shared.ids.filter((id) => isGone(known, id)).length
  return (
    <section class="panel panel--act shared-offer" aria-labelledby="shared-title">
      <h2 id="shared-title">A list was shared with you</h2>
      {known === undefined && <p>Loading…</p>}
      {known?.complete === false && (
        <p>We could not load all of it just now. Open the link again later to see the rest.</p>
      )}
      {services.length > 0 && (
        <ul>
          {services.map(({ id, href, name, kindAndPlace, closed }) => (
            <li key={id}>
              <a href={href}>{name}</a> <span class="note">{kindAndPlace}</span>
              {closed && <span class="shortlist__gone"> {closed}</span>}
            </li>
          ))}
        </ul>
      )}
      {gone > 0 && <p>{counted(gone, 'service')} on it can no longer be found in the directory.</p>}
      {shared.unreadable > 0 && (
        <p>
          A part of the link could not be read. It may have been cut. Ask for it again if something is
          missing.
        </p>
      )}
      <div class="govuk-button-group">
        {services.length > 0 && (
          <button type="button" class="govuk-button" onClick={() => onKeep(services)}>
            Keep these
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={onDismiss}>
          {services.length > 0 ? 'No thanks' : 'Close'}
        </button>
      </div>
    </section>
  )
}
