import { type Settings, usesWith } from './settings.ts'

/**
 * Keeps the navigator told of what helps the visitor, as the settings of this page change it. What a bad line swallowed is
 * said again by the next `say`.
 *
 * @param tell sends it; gives null, or nothing, where no answer came
 */
export function createUsesTeller(tell: (uses: string[]) => Promise<object | null> | undefined) {
  let toSay: string[] | null = null

  async function say(): Promise<void> {
    const uses = toSay
    if (uses === null) return
    const reply = await tell(uses)
    if (reply && toSay === uses) toSay = null
  }

  return {
    /** Says what is not yet known to have arrived. */
    say,
    /** Says what the settings change in what the helpdesk knows; nothing when that is nothing. */
    follow(told: readonly string[], settings: Settings): void {
      const known = toSay ?? told
      const uses = usesWith(known, settings)
      if (uses.join('\n') === known.join('\n')) return
      toSay = uses
      void say()
    },
    /** Lets go of what is not said: the chat is left. */
    forget(): void {
      toSay = null
    },
  }
}
