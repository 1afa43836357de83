/**
 * Who suits whom, and who is next for a navigator. A hint only: it changes the order among people who have just come, and
 * never lets anybody wait longer for it than `hintHoldsMs`.
 */

/** What is known of somebody who waits. `startedAt` is ms UTC, `arrival` the order in which people came. */
export type Waiting = {
  id: string
  arrival: number
  startedAt: number
  /** what helps them to talk with us, and what it is about, in their words */
  uses: readonly string[]
  about: string | null
}

/** After this long at the front of the queue nobody is overtaken any more. */
export const hintHoldsMs = 2 * 60_000

/** Which of the things that a navigator helps with somebody has asked for, in the navigator's words. */
export function suits(
  { uses, about }: Pick<Waiting, 'uses' | 'about'>,
  helpsWith: readonly string[],
): string[] {
  const asked = [...uses, about ?? ''].map(wordsOf)
  return helpsWith.filter((thing) => {
    const words = wordsOf(thing)
    return words !== '' && asked.some((said) => ` ${said} `.includes(` ${words} `))
  })
}

/**
 * Whom a navigator should take next: the first of those who suit them, as long as nobody before has waited for
 * `hintHoldsMs`; otherwise whoever came first. Null when nobody waits.
 *
 * @param queue in the order in which people came
 * @param now ms UTC
 */
export function nextFor<Person extends Waiting>(
  queue: readonly Person[],
  helpsWith: readonly string[],
  now: number,
): Person | null {
  for (const person of queue) {
    if (suits(person, helpsWith).length > 0) return person
    if (!isJustHere(person, now)) break
  }
  return queue[0] ?? null
}

/** False, too, for a time that has not come yet: then the clock was put back, and says nothing of the wait. */
function isJustHere({ startedAt }: Waiting, now: number): boolean {
  return startedAt <= now && now - startedAt < hintHoldsMs
}

/** Small letters and single spaces, without anything between the words. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
