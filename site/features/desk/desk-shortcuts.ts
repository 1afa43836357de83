/** A key of the desk and what it does. */
export type Shortcut = { key: string; does: ShortcutAct; says: string }
export type ShortcutAct =
  | 'next-waiting'
  | 'take'
  | 'line-after'
  | 'line-before'
  | 'reply'
  | 'find-page'
  | 'list'
  | 'search'
  | 'help'

/** All keys, in the order in which they are listed. */
export const shortcuts: readonly Shortcut[] = [
  { key: 'n', does: 'next-waiting', says: 'Open the chat that has waited longest' },
  { key: 't', does: 'take', says: 'Take the conversation that is open' },
  { key: 'r', does: 'reply', says: 'Write a reply' },
  { key: 'f', does: 'find-page', says: 'Find a page to give' },
  { key: 'l', does: 'list', says: 'Go to the list' },
  { key: 'j', does: 'line-after', says: 'Next line of the list' },
  { key: 'k', does: 'line-before', says: 'Line before it' },
  { key: '/', does: 'search', says: 'Search conversations' },
  { key: '?', does: 'help', says: 'Show these keys' },
]

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'isComposing'
>

/**
 * What a press of a key means; null when it means nothing here: with Ctrl, Alt or Command, and while somebody types.
 *
 * @param typing whether the focus is where keys write or choose
 */
export function shortcutFor(press: Press, typing: boolean): ShortcutAct | null {
  if (typing || press.defaultPrevented || press.isComposing) return null
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  return shortcuts.find(({ key }) => key === press.key.toLowerCase())?.does ?? null
}

/**
 * Whether keys mean something of their own in an element: fields, lists to choose from, what can be edited. What is shown no
 * more, such as a dialog that has just closed, takes none, though it may have the focus for a moment.
 */
export function takesKeys(element: Element | null): boolean {
  if (element === null || !element.checkVisibility()) return false
  return element.closest(`input, textarea, select, dialog, ${edited}`) !== null
}

const edited = '[contenteditable]:not([contenteditable="false"])'
