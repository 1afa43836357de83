/**
 * Names for what Decap leaves without one: the buttons of lists, the rich text, its switch; and ties between a field, its
 * hint and its mistake. It reads nothing but what Decap shows and writes nothing but ARIA attributes and the words of the link
 * to the site, so that a version of Decap that names its own controls, or draws others, is not disturbed.
 */
function nameControls(root: ParentNode): void {
  for (const bar of all(root, '[class*="-StyledListItemTopBar"]')) nameListItem(bar)
  for (const text of all(root, '[data-slate-editor]:not([aria-labelledby])')) {
    set(text, 'aria-label', labelAround(text) ?? 'Text')
  }
  for (const [part, word] of [
    ['now-button', 'Now'],
    ['clear-button', 'Clear'],
  ] as const)
    for (const button of all(root, `[data-testid="${part}"]`))
      set(button, 'aria-label', `${word}: ${labelAround(button) ?? 'date'}`)
  for (const search of all(root, 'input[placeholder]:not([id], [aria-label], [aria-labelledby])'))
    set(search, 'aria-label', search.getAttribute('placeholder') ?? 'Search')
  // Decap leaves the state out as long as the switch was never used.
  for (const toggle of all(root, '[role="switch"]:not([aria-checked])')) set(toggle, 'aria-checked', 'false')
  for (const toggle of all(
    root,
    '[class*="-ToolbarToggle"] [role="switch"], [class*="-ToolbarToggle"][role="switch"]',
  ))
    set(toggle, 'aria-label', 'Write with Markdown marks')
  for (const field of all(root, '[class*="-ControlContainer"]')) describeField(field)
  for (const form of all(root, '[class*="-EditorContainer"] > [class*="-Editor"]:not([class*="Toolbar"])')) {
    set(form, 'role', 'main')
    set(form, 'aria-label', 'Form')
  }
  for (const items of all(root, '[role="menu"] > ul')) set(items, 'role', 'none')
  // The mark at which Decap loads more of a list is no part of the list.
  for (const mark of all(root, 'ul > span:empty, ul > div:empty')) set(mark, 'aria-hidden', 'true')
}

/** Names the controls, the link to the site and the screen as Decap shows them now. To be called whenever it has drawn. */
export function nameEverything(root: HTMLElement): void {
  nameControls(root)
  nameSite(root)
  nameScreen(root)
}

/** Decap's window has one title for all screens: it gets the heading of the screen, or the name of the record in the form. */
function nameScreen(root: ParentNode): void {
  const field = root.querySelector<HTMLInputElement>(
    '[class*="-EditorContainer"] input[type="text"]:not([role])',
  )
  const screen = field ? field.value.trim() || 'New page' : root.querySelector('h1')?.textContent?.trim()
  const title = screen ? `${screen} – Edit the Local Offer` : 'Edit the Local Offer'
  if (document.title !== title) document.title = title
}

/** Decap's link to the site says the name of a computer, such as “localhost:8080”. */
function nameSite(root: ParentNode): void {
  for (const link of all(root, 'a[class*="-AppHeaderSiteLink"]'))
    if (link.textContent !== 'See the site') link.textContent = 'See the site'
}

/** One item of a list: a button that folds it, a handle that moves it with a mouse, a button that takes it out. */
function nameListItem(bar: Element): void {
  const item = bar.parentElement
  if (!item) return
  const name = nameOfItem(item)
  const handle = bar.querySelector('[aria-roledescription]')
  for (const button of bar.querySelectorAll(':scope > button')) {
    const comesFirst = button === bar.firstElementChild
    set(button, 'aria-label', comesFirst ? `Show all of ${name}` : `Remove ${name}`)
    if (comesFirst) set(button, 'aria-expanded', String(!item.className.includes('Collapsed')))
  }
  if (handle) set(handle, 'aria-label', `Move ${name}, with a mouse or a finger only`)
}

/** Such as “Costs 2: A morning”: the label of the list, the place in it, its first words. */
function nameOfItem(item: Element): string {
  const place = [...(item.parentElement?.children ?? [])].indexOf(item) + 1
  const typed = item.querySelector<HTMLInputElement>('input[type="text"]:not([role])')?.value.trim()
  const summary = typed || item.querySelector(':scope > [class*="-NestedObjectLabel"]')?.textContent?.trim()
  const name = `${labelAround(item) ?? 'Line'} ${place}`
  return summary ? `${name}: ${summary.slice(0, 60)}` : name
}

/** The label of the field that something is in, without “(optional)”. */
function labelAround(inside: Element): string | undefined {
  const label = inside.closest('[class*="-ControlContainer"]')?.querySelector('label')
  return label?.firstChild?.textContent?.trim() || undefined
}

/** Ties the hint and the mistakes of a field to its control, and says that it holds a mistake. */
function describeField(field: Element): void {
  const top = field.querySelector(':scope > [class*="-ControlTopbar"]')
  const id = top?.querySelector(':scope > label')?.getAttribute('for')
  const control = id ? field.querySelector(`#${CSS.escape(id)}`) : null
  if (!id || !control?.matches('input, textarea, select, [role="switch"]')) return
  const mistakes = top?.querySelector(':scope > [class*="-ControlErrorsList"]') ?? null
  tie(control, `${id}-hint`, field.querySelector(':scope > [class*="-ControlHint"]'))
  tie(control, `${id}-mistake`, mistakes)
  if (mistakes) set(control, 'aria-invalid', 'true')
  else if (!field.hasAttribute('data-refused')) control.removeAttribute('aria-invalid')
}

/** Adds a part to what describes a control, or takes it away where it is not there any more. */
export function tie(control: Element, id: string, part: Element | null): void {
  const now = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id)
  if (part) set(part, 'id', id)
  const described = (part ? [...now, id] : now).join(' ')
  if (described) set(control, 'aria-describedby', described)
  else control.removeAttribute('aria-describedby')
}

function all(root: ParentNode, selector: string): Iterable<Element> {
  return root.querySelectorAll(selector)
}

/** Writes only what is not so already. */
export function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
}
