import { render } from 'preact'
import type { Spot } from './map-places.ts'

/** What opens at a spot of the map: its services, each a link to its page. */
export function spotLinks({ services }: Spot): HTMLElement {
  const box = document.createElement('div')
  render(
    <ul class="map-popup__list">
      {services.map(({ href, name, about }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <span class="map-popup__about">{about}</span>
        </li>
      ))}
    </ul>,
    box,
  )
  return box
}
