import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { counted } from '#records/counted.ts'
import { type DeviceShortlist, notKeptSentence } from './device-shortlist.ts'
import { isGone, type LoadedEntries } from './load-entries.ts'
import { PostList } from './PostList.tsx'
import { SharedOffer } from './SharedOffer.tsx'
import { ShareList } from './ShareList.tsx'
import { ShortlistItem } from './ShortlistItem.tsx'
import { sharedIn } from './shared-link.ts'
import {
  type SavedService,
  type Shortlist,
  withMoved,
  withNote,
  withoutSaved,
  withRestored,
  withSaved,
} from './shortlist.ts'

interface Props {
  device: DeviceShortlist
  /** The fragment of the address, which may carry a shared list. */
  fragment: string
  origin: string
  load(ids: readonly string[]): Promise<LoadedEntries>
  forgetFragment(): void
  copy(text: string): Promise<void>
  print(): void
  ask(list: Shortlist): void
}

/** The shortlist: what somebody shared, the saved services with notes, and what can be done with the list. */
export function ShortlistApp({ device, fragment, origin, load, forgetFragment, copy, print, ask }: Props) {
  const [list, setList] = useState(device.read())
  const [says, setSays] = useState('')
  const [removed, setRemoved] = useState<{ service: SavedService; place: number } | null>(null)
  const [shared, setShared] = useState(() => sharedIn(fragment))
  const known = useEntries(list, shared?.ids ?? noIds, load)
  const { root, focusNext } = useFocusNext()
  useEffect(() => device.onChange(() => setList(device.read())), [device])

  const remove = (service: SavedService, place: number) => {
    device.change((before) => withoutSaved(before, service.id))
    setRemoved({ service, place })
    setSays(`${service.name} is off your shortlist. You can undo this.`)
    focusNext('[data-undo]')
  }
  const undo = ({ service, place }: { service: SavedService; place: number }) => {
    device.change((before) => withRestored(before, service, place))
    setRemoved(null)
    setSays(`${service.name} is back on your shortlist.`)
    focusNext(`[data-item="${service.id}"] a`)
  }
  const move = (service: SavedService, by: -1 | 1) => {
    const after = withMoved(list, service.id, by)
    if (after === list) return
    device.change((before) => withMoved(before, service.id, by))
    setSays(`${service.name} is now number ${after.indexOf(service) + 1} of ${list.length}.`)
    focusNext(`[data-item="${service.id}"] [data-move="${by}"]`)
  }
  const endOffer = (words: string) => {
    setShared(undefined)
    forgetFragment()
    setSays(words)
    focusNext('[data-list-title]')
  }
  const keep = (services: readonly Omit<SavedService, 'note'>[]) => {
    device.change((before) => services.reduce(withSaved, before))
    endOffer(`Kept. ${counted(device.read().length, 'service')} on your shortlist.`)
  }
  return (
    <div ref={root}>
      <p class="govuk-visually-hidden" role="status">
        {says}
      </p>
      {shared && (
        <SharedOffer
          shared={shared}
          known={known}
          onKeep={keep}
          onDismiss={() => endOffer('The shared list is gone. Your own shortlist is as it was.')}
        />
      )}
      {!device.isKept() && (
        <div class="notice">
          <p>{notKeptSentence}</p>
        </div>
      )}
      {(list.length > 0 || shared !== undefined) && (
        <h2 tabIndex={-1} data-list-title>
          {counted(list.length, 'service')} saved
        </h2>
      )}
      {known !== undefined && !known.complete && list.length > 0 && (
        <div class="notice">
          <p>
            We could not load addresses and telephone numbers just now. Your list is safe. Try again later.
          </p>
        </div>
      )}
      {removed && (
        <div class="notice shortlist-undo">
          <p>{removed.service.name} is off your shortlist.</p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            data-undo
            onClick={() => undo(removed)}
          >
            Undo<span class="govuk-visually-hidden"> removing {removed.service.name}</span>
          </button>
        </div>
      )}
      {list.length === 0 && shared === undefined && <EmptyList />}
      <ol class="shortlist">
        {list.map((service, place) => (
          <ShortlistItem
            key={service.id}
            service={service}
            entry={known?.entries.get(service.id)}
            vanished={known !== undefined && isGone(known, service.id)}
            isFirst={place === 0}
            isLast={place === list.length - 1}
            onNote={(note) => device.change((before) => withNote(before, service.id, note))}
            onMove={(by) => move(service, by)}
            onRemove={() => remove(service, place)}
          />
        ))}
      </ol>
      {list.length > 0 && (
        <div class="shortlist-tools">
          <button type="button" class="govuk-button" onClick={() => ask(list)}>
            Ask a navigator about these
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={print}>
            Print or save as PDF
          </button>
          <PostList hrefs={list.flatMap(({ id }) => known?.entries.get(id)?.href ?? [])} />
          <a
            class="govuk-button govuk-button--secondary"
            href={`/print-services/#services=${list.map(({ id }) => id).join(',')}`}
          >
            Print all their pages
          </a>
          <ShareList list={list} origin={origin} copy={copy} say={setSays} />
        </div>
      )}
    </div>
  )
}

function EmptyList() {
  return (
    <div class="shortlist-empty">
      <p>Nothing is saved yet. Press “Save” beside a service, and it waits for you here.</p>
      <p>
        <a href="/services/">Find services</a>
      </p>
    </div>
  )
}

/** What is known of all services on the list and in a shared link; `undefined` until the first answer. */
function useEntries(list: Shortlist, sharedIds: readonly string[], load: Props['load']) {
  const [known, setKnown] = useState<LoadedEntries | undefined>(undefined)
  const wanted = [...new Set([...list.map(({ id }) => id), ...sharedIds])].sort().join(',')
  const ids = useMemo(() => (wanted === '' ? [] : wanted.split(',')), [wanted])
  useEffect(() => {
    let current = true
    void load(ids).then((loaded) => {
      if (current) setKnown(loaded)
    })
    return () => {
      current = false
    }
  }, [ids, load])
  return known
}

/** Gives the focus to an element once the next drawing has made it. */
function useFocusNext() {
  const root = useRef<HTMLDivElement>(null)
  const next = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (next.current === undefined) return
    const element = root.current?.querySelector<HTMLElement>(next.current)
    next.current = undefined
    element?.focus()
  })
  return {
    root,
    focusNext: (selector: string) => {
      next.current = selector
    },
  }
}

const noIds: readonly string[] = []
