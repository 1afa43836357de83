import { fieldInForm } from './find-field.ts'

/** Goes to a field of the form: opens the groups and the item around it and puts the keyboard into it. */
export function goToField(field: string): void {
  const found = fieldInForm(field, open)
  // A group that was folded away is drawn first.
  requestAnimationFrame(() => {
    const parts = found
      ? [found, ...found.querySelectorAll('*')].filter((part) => part.checkVisibility())
      : []
    const target = parts.find((part) => part.matches(typedIn)) ?? parts.find((part) => part.matches(pressed))
    if (!(target instanceof HTMLElement)) return
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  })
}

/** Decap marks its button for opening and closing a group, whose fields are the part behind it; that of an item we name. */
function open(part: Element): void {
  const button = part.querySelector<HTMLElement>(':scope > div > div > [data-testid="expand-button"]')
  const fields = part.lastElementChild
  if (button && fields && getComputedStyle(fields).display === 'none') button.click()
  part
    .querySelector<HTMLElement>(
      ':scope > [class*="-StyledListItemTopBar"] > button[aria-expanded="false"]:first-child',
    )
    ?.click()
}

const typedIn = ':is(input:not([type="hidden"]), select, textarea, [contenteditable="true"])'
const pressed = 'button:not([data-testid])'
