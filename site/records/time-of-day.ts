/** Times of day as records hold them, `HH:MM` on the 24-hour clock, said the same on every page and in every chat. */

/** `09:30` → 570: minutes since midnight. */
export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes since midnight in words: `9am`, `5:30pm`, `midday`, `midnight` (also at the end of the day). */
export function timeInWords(minutesSinceMidnight: number): string {
  const minutes = minutesSinceMidnight % (24 * 60)
  if (minutes === 0) return 'midnight'
  if (minutes === 12 * 60) return 'midday'
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const onClock = hours % 12 === 0 ? 12 : hours % 12
  const past = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`
  return `${onClock}${past}${hours < 12 ? 'am' : 'pm'}`
}
