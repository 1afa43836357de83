import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * News can take away what has the focus (the box, when the talk ends). Then the focus goes to the heading of the
 * section, not nowhere. Put both refs on their elements; the heading needs `tabIndex={-1}`.
 */
export function useFocusKept() {
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const wasInside = useRef(false)
  wasInside.current = section.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (wasInside.current && document.activeElement === document.body) heading.current?.focus()
  })
  return { section, heading }
}
