/** Today in London as `YYYY-MM-DD`, the form of every date in records. `now` is milliseconds UTC. */
export function londonDate(now: number): string {
  return inLondon.format(now)
}

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
