import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MapTiles } from '#records/map-tiles.ts'
import type { OpenMap } from './leaflet-map.ts'
import type { MapFile } from './map-file.ts'
import { contentsOf, type OffMapGroup } from './map-places.ts'
import { mapName, offMapSentence, offMapTitle } from './map-words.ts'
import { fetchJson } from './open-search.ts'
import { spotLinks } from './SpotLinks.tsx'
import type { Hit } from './search-index.ts'

interface Props {
  tiles: MapTiles
  services: readonly Hit[]
  unsaid: readonly Hit[]
}

/** The map with its buttons, and under it what it cannot show. */
export function DrawnMap({ tiles, services, unsaid }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const after = useRef<HTMLParagraphElement>(null)
  const hintId = useId()
  const { opened, failed, pictureLost } = useOpenedMap(frame, tiles)
  const contents = useMemo(() => {
    const ids = (hits: readonly Hit[]) => hits.map(({ id }) => id)
    return opened && contentsOf(opened.file, ids(services), ids(unsaid))
  }, [opened, services, unsaid])
  // Together with its name: the marks are there as soon as somebody hears that it is a map of so many services.
  useLayoutEffect(() => {
    if (opened && contents) opened.map.show(contents.places)
  }, [opened, contents])

  if (failed) return <p role="alert">The map does not work right now. The list below has all services.</p>
  const empty = contents?.count === 0
  return (
    <>
      {contents === undefined && <p>The map is on its way.</p>}
      {empty && <p>None of these services is a place on a map.</p>}
      {pictureLost && (
        <p role="alert">Some pictures of the map did not come. The list below has all services.</p>
      )}
      <div class="map__stage" hidden={empty}>
        <button class="map__skip" type="button" onClick={() => after.current?.focus()}>
          Skip the map
        </button>
        <section
          class="map__frame"
          ref={frame}
          aria-label={contents ? mapName(contents) : 'Map'}
          aria-describedby={hintId}
        />
      </div>
      <div class="map__below" hidden={empty}>
        <button class="map__zoom" type="button" aria-label="Zoom in" onClick={() => opened?.map.zoom(1)}>
          +
        </button>
        <button class="map__zoom" type="button" aria-label="Zoom out" onClick={() => opened?.map.zoom(-1)}>
          −
        </button>
        <a class="map__credit" href={tiles.attributionLink}>
          {tiles.attribution}
        </a>
      </div>
      <p class="govuk-visually-hidden" id={hintId}>
        The arrow keys move the map. Plus zooms in, minus zooms out. Tab goes from place to place.
      </p>
      <p class="map__off" tabIndex={-1} ref={after}>
        {contents && offMapSentence(contents.off)}
      </p>
      {contents && contents.off.length > 0 && <OffMapList off={contents.off} />}
    </>
  )
}

function OffMapList({ off }: { off: readonly OffMapGroup[] }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Which services are not on the map</span>
      </summary>
      <div class="govuk-details__text">
        {off.map((group) => (
          <div key={group.why}>
            <h4>{offMapTitle(group)}</h4>
            <ul>
              {group.services.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}

/** Opens the map in its frame, once its program and its file have come; until then nothing of either is on the page. */
function useOpenedMap(frame: { readonly current: HTMLElement | null }, tiles: MapTiles) {
  const [opened, setOpened] = useState<{ map: OpenMap; file: MapFile } | undefined>()
  const [failed, setFailed] = useState(false)
  const [pictureLost, setPictureLost] = useState(false)
  useEffect(() => {
    let map: OpenMap | undefined
    let current = true
    Promise.all([loadProgram(), fetchJson<MapFile>('/services/map.json')]).then(
      ([openMap, file]) => {
        if (!current || frame.current === null) return
        map = openMap(frame.current, {
          tiles,
          popupOf: spotLinks,
          onPictureLost: () => setPictureLost(true),
        })
        setOpened({ map, file })
        // Whoever has just asked for it goes on there; whoever is elsewhere by now stays.
        if (frame.current.closest('.map')?.contains(document.activeElement) === true)
          frame.current.focus({ preventScroll: true })
      },
      () => current && setFailed(true),
    )
    return () => {
      current = false
      map?.close()
    }
  }, [frame, tiles])
  return { opened, failed, pictureLost }
}

async function loadProgram() {
  const { loadMapStyles, openMap } = await import('./leaflet-map.ts')
  await loadMapStyles()
  return openMap
}
