/**
 * Goes to a field of the form, `gettingIt.whoDecides`: opens the groups around it and puts the keyboard into it. Decap gives
 * the control of each field an id that begins with its name.
 */
export function goToField(field: string): void {
  const names = field.split('.')
  let place: Element | null = document.querySelector('#nc-root')
  for (const name of names) {
    const inner: Element | null | undefined = place?.querySelector(`[id^="${CSS.escape(name)}-field-"]`)
    if (!inner) break
    place = inner
    openGroup(place)
  }
  const found = place
  // A group that was folded away is drawn first.
  requestAnimationFrame(() => {
    const target = found?.matches(focusable) ? found : found?.querySelector(focusable)
    if (!(target instanceof HTMLElement)) return
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  })
}

/** Decap marks its button for opening and closing a group; the fields are the part behind it. */
function openGroup(group: Element): void {
  const button = group.querySelector<HTMLElement>(':scope > div > div > [data-testid="expand-button"]')
  const fields = group.lastElementChild
  if (button && fields && getComputedStyle(fields).display === 'none') button.click()
}

const focusable =
  ':is(input:not([type="hidden"]), select, textarea, button:not([data-testid]), [contenteditable="true"])'
