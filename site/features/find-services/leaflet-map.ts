import { type Map as LeafletMap, latLngBounds, map as makeMap, popup, tileLayer } from 'leaflet'
import type { Point } from './distance.ts'
import stylesheet from './leaflet-map.css?url'
import { createMarks } from './map-marks.ts'
import { gather, type MapPlace, type Spot } from './map-places.ts'
import { spotName } from './map-words.ts'

/** A map on the page. It is the only part that asks another site for anything. */
export interface OpenMap {
  /** Shows these places in place of those before. The view moves to hold them all. */
  show(places: readonly MapPlace[]): void
  /** Goes nearer by one step, or farther by minus one. */
  zoom(steps: number): void
  close(): void
}

interface MapOptions {
  readonly tiles: { readonly address: string; readonly maxZoom: number }
  /** Draws the services of a spot. */
  popupOf(spot: Spot): HTMLElement
  /** A picture of the map could not be fetched. */
  onPictureLost(): void
}

/** Opens a map in an element of the page that has a height. Nothing is fetched until it has places to show. */
export function openMap(frame: HTMLElement, { tiles, popupOf, onPictureLost }: MapOptions): OpenMap {
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = makeMap(frame, {
    // The page has buttons and a credit of its own, in its own type; the wheel scrolls the page.
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    maxZoom: tiles.maxZoom,
    zoomAnimation: moves,
    fadeAnimation: moves,
    markerZoomAnimation: moves,
    inertia: moves,
  })
  tileLayer(tiles.address, {
    maxZoom: tiles.maxZoom,
    // Tile servers ask who shows their pictures: they learn the name of this site, never the page or what is searched.
    referrerPolicy: 'strict-origin',
  })
    .on('tileerror', onPictureLost)
    .addTo(map)

  let places: readonly MapPlace[] = []
  const marks = createMarks(map, (spot, byKeyboard) => {
    if (isReadable(spot, map)) return openSpot(spot)
    if (byKeyboard) marks.focusNext(spot)
    map.fitBounds(boundsOf(spot.places), { padding: [40, 40] })
  })
  const draw = () => marks.show(gather(places, (at) => map.project([...at], map.getZoom()), markGap))
  const openSpot = (spot: Spot) => {
    const content = popupOf(spot)
    const box = popup({
      maxWidth: Math.min(widestPopup, frame.clientWidth - popupEdges),
      maxHeight: 220,
      offset: [0, -12],
    })
    box
      .setLatLng([...spot.at])
      .setContent(content)
      .openOn(map)
    const element = box.getElement()
    element?.setAttribute('role', 'dialog')
    element?.setAttribute('aria-label', spotName(spot))
    const makeWay = () => element && marks.makeWay({ element, spot })
    makeWay()
    map.on('moveend', makeWay)
    content.querySelector('a')?.focus({ preventScroll: true })
    box.once('remove', () => {
      map.off('moveend', makeWay)
      marks.makeWay(undefined)
      const active = document.activeElement
      if (active === document.body || element?.contains(active)) marks.focusNow(spot)
    })
  }
  map.on('zoomend', draw)
  map.on('moveend', () => marks.place())
  frame.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') map.closePopup()
  })
  return {
    show(next) {
      places = next
      map.closePopup()
      if (places.length === 0) return marks.show([])
      map.invalidateSize({ animate: false })
      map.fitBounds(boundsOf(places.map(({ at }) => at)), {
        padding: [30, 30],
        maxZoom: nearestAtFirst,
        animate: false,
      })
      draw()
    },
    zoom: (steps) => void map.setZoom(map.getZoom() + steps),
    close: () => void map.remove(),
  }
}

/** Fetches the map's styles, which a page without the map does not carry. @throws when they do not come */
export function loadMapStyles(): Promise<void> {
  const known = document.querySelector(`link[href="${stylesheet}"]`)
  if (known !== null) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = stylesheet
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(`${stylesheet} could not be fetched`))
    })
    document.head.append(link)
  })
}

/** Few enough to read as a list, or so near each other that no zoom tells them apart. */
function isReadable({ services, places: [first, ...others] }: Spot, map: LeafletMap): boolean {
  const together = others.every((at) => at[0] === first?.[0] && at[1] === first?.[1])
  return services.length <= mostInList || together || map.getZoom() >= map.getMaxZoom()
}

function boundsOf(points: readonly Point[]) {
  return latLngBounds(points.map(([north, east]) => [north, east]))
}

/** In pixels: room for a thumb on each mark. */
const markGap = 46
const mostInList = 5
/** In pixels, its text alone; around it come its margins, with the button that closes it, and a little of the map. */
const widestPopup = 240
const popupEdges = 84
/** A single place is shown with the streets around it. */
const nearestAtFirst = 15
