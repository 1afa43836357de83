import { divIcon, type Map as LeafletMap, type Marker, marker } from 'leaflet'
import type { Spot } from './map-places.ts'
import { spotName } from './map-words.ts'

/** The marks of spots on a map. Each is a button with a name. */
interface Marks {
  /** Takes these spots in place of those before. */
  show(spots: readonly Spot[]): void
  /** Puts marks on the part of the map that is in view, after it has moved. */
  place(): void
  /** Gives the focus to the mark that holds the spot's first service, once the map has been drawn again. */
  focusNext(spot: Spot): void
  /** Gives the focus to that mark now. */
  focusNow(spot: Spot): void
  /** Hides marks that this element covers in part, since nobody can press them well; all but the mark of the spot. */
  makeWay(over: { readonly element: HTMLElement; readonly spot: Spot } | undefined): void
}

/** Makes the marks. `onPress` is told the spot, and whether the keyboard pressed it. */
export function createMarks(map: LeafletMap, onPress: (spot: Spot, byKeyboard: boolean) => void): Marks {
  let spots: readonly Spot[] = []
  let wanted: string | undefined
  const drawn = new Map<string, { spot: Spot; mark: Marker }>()

  const focusOn = (service: string | undefined) => {
    const found = [...drawn.values()].find(({ spot }) => spot.services.some(({ id }) => id === service))
    found?.mark.getElement()?.focus({ preventScroll: true })
    return found !== undefined
  }
  const add = (spot: Spot) => {
    const name = spotName(spot)
    const mark = marker([...spot.at], { icon: iconOf(spot), title: name, riseOnHover: true })
    mark.on('click', () => onPress(spot, false)).addTo(map)
    const element = mark.getElement()
    element?.setAttribute('aria-label', name)
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onPress(spot, true)
    })
    drawn.set(spot.key, { spot, mark })
  }
  const place = () => {
    // A map that never had a place to show has no view yet.
    const inView = spots.length === 0 ? undefined : map.getBounds().pad(marginAround)
    const now = spots.filter(({ at }) => inView?.contains([...at]))
    const keys = new Set(now.map(({ key }) => key))
    for (const [key, { spot, mark }] of drawn) {
      if (keys.has(key)) continue
      // Its places go on under another mark: the focus goes with them.
      if (mark.getElement() === document.activeElement) wanted = spot.services[0]?.id
      mark.remove()
      drawn.delete(key)
    }
    for (const spot of now) if (!drawn.has(spot.key)) add(spot)
    if (wanted !== undefined && focusOn(wanted)) wanted = undefined
  }
  return {
    show(next) {
      spots = next
      place()
    },
    place,
    focusNext(spot) {
      wanted = spot.services[0]?.id
    },
    focusNow: (spot) => void focusOn(spot.services[0]?.id),
    makeWay(over) {
      const box = over?.element.getBoundingClientRect()
      for (const { spot, mark } of drawn.values()) {
        const element = mark.getElement()
        const covered =
          box && spot.key !== over?.spot.key && element && touch(box, element.getBoundingClientRect())
        element?.style.setProperty('visibility', covered ? 'hidden' : 'visible')
      }
    },
  }
}

function touch(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function iconOf({ services, unsaid }: Spot) {
  const shape = document.createElement('span')
  shape.className = 'map-mark__shape'
  shape.textContent = services.length > 1 ? String(services.length) : ''
  const kinds = [
    'map-mark',
    ...(services.length > 1 ? ['map-mark--many'] : []),
    ...(unsaid ? ['map-mark--unsaid'] : []),
  ]
  return divIcon({ className: kinds.join(' '), html: shape, iconSize: [44, 44] })
}

/** How far outside the view marks stand ready, as a part of its size. */
const marginAround = 0.25
