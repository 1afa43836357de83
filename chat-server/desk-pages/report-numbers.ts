import { counted } from '#records/counted.ts'
import type { ReportTable } from '../domain/report-table.ts'

/** A number as people read it: `1,204`, `12 minutes`, `1 hour 5 minutes`, `2 days 3 hours`. */
export function sayNumber(value: number, unit: ReportTable['unit']): string {
  return unit === 'count' ? value.toLocaleString('en-GB') : sayMinutes(value)
}

function sayMinutes(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return joined([sayMany(days, 'day'), sayMany(hours, 'hour')])
  return joined([sayMany(hours, 'hour'), sayMany(rest, 'minute')])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function sayMany(count: number, one: string): string {
  return count === 0 ? '' : counted(count, one)
}
