import { h } from 'preact'
import { type IconName, iconShapes } from './icons.ts'

/** An icon beside words. Hidden from screen readers: the words say it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {iconShapes(name).map(({ element, attributes }) => h(element, attributes))}
    </svg>
  )
}
