/**
 * Takes a time as people write it, `9am`, `9.30 p.m.`, `17:30` or `9`, to the form of records, `09:30`. What is no time stays
 * as it was typed, so that the check of the record says so.
 */
export function readTypedTime(typed: string): string {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/([ap])\. ?m\.?$/, '$1m')
  if (/^(?:12 ?)?(?:midday|noon)$/.test(text)) return '12:00'
  if (/^(?:12 ?)?midnight$/.test(text)) return '00:00'
  const found = /^(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?$/.exec(text)
  if (!found) return typed.trim()
  const [, hour = '', minute = '00', half] = found
  const hours = Number(hour)
  if (half !== undefined && (hours < 1 || hours > 12)) return typed.trim()
  const onClock = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)
  return `${String(onClock).padStart(2, '0')}:${minute}`
}

/** The same for the time at which a day ends: one that ends at midnight runs to its last minute. */
export function readTypedEnd(typed: string): string {
  const time = readTypedTime(typed)
  return time === '00:00' || time === '24:00' ? '23:59' : time
}
