/**
 * Takes a time as people write it, `9am`, `9.30 pm`, `17:30` or `9`, to the form of records, `09:30`. What is no time stays
 * as it was typed, so that the check of the record says so.
 */
export function readTypedTime(typed: string): string {
  const text = typed.trim().toLowerCase()
  if (text === 'midday' || text === 'noon') return '12:00'
  const found = /^(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?$/.exec(text)
  if (!found) return typed.trim()
  const [, hour = '', minute = '00', half] = found
  const hours = Number(hour)
  if (half !== undefined && (hours < 1 || hours > 12)) return typed.trim()
  const onClock = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)
  return `${String(onClock).padStart(2, '0')}:${minute}`
}
