import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MapTiles } from '#records/map-tiles.ts'
import { DrawnMap } from './DrawnMap.tsx'
import type { Hit } from './search-index.ts'

interface Props {
  tiles: MapTiles
  /** The results, and those that are kept although they do not say something that was asked for. */
  services: readonly Hit[]
  unsaid: readonly Hit[]
  /** A person has asked for the pictures since this page was loaded. */
  allowed: boolean
  /** A person has just opened it, so that it takes the focus. */
  pressed: boolean
  onAllow(): void
}

/** The map of the results. Says first whose pictures it shows and what their owner learns; asks for none before that. */
export function ResultMap({ tiles, services, unsaid, allowed, pressed, onAllow }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (pressed) title.current?.focus()
  }, [pressed])
  return (
    <section class="map" id="map" aria-labelledby="map-title">
      <h3 class="map__title" id="map-title" tabIndex={-1} ref={title}>
        Map
      </h3>
      {allowed ? (
        <DrawnMap tiles={tiles} services={services} unsaid={unsaid} />
      ) : (
        <div class="panel map__ask">
          <p>
            The pictures of the map come from <strong>{new URL(tiles.address).host}</strong>. If you show the
            map, it learns your device’s internet address, the name of this site, and which part of the map
            you look at. It does not learn what you searched for.
          </p>
          <button
            class="govuk-button"
            type="button"
            onClick={() => {
              title.current?.focus()
              onAllow()
            }}
          >
            Show the map
          </button>
          <p class="note">Everything on the map is in the list too.</p>
        </div>
      )}
    </section>
  )
}
