import type { PlannedService } from './plan-import.ts'

/** What an import did or would do. */
export interface ImportReport {
  readonly source: string
  readonly written: boolean
  readonly counts: Readonly<Record<PlannedService['state'], number>>
  readonly services: readonly PlannedService[]
}

export function reportOf(
  source: string,
  services: readonly PlannedService[],
  written: boolean,
): ImportReport {
  const count = (state: PlannedService['state']) => services.filter((each) => each.state === state).length
  const counts = {
    ...{ new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
    ...{ refused: count('refused'), gone: count('gone') },
  }
  return { source, written, counts, services }
}

/** The report as a table for people: one line a service, and what to do next. */
export function reportTable({ source, written, counts, services }: ImportReport): string {
  const widest = Math.min(50, Math.max(4, ...services.map(({ name }) => name.length)))
  const line = (state: string, name: string, why: string) =>
    `${state.padEnd(9)}  ${shortened(name, widest).padEnd(widest)}  ${why}`.trimEnd()
  const total = Object.entries(counts).map(([state, count]) => `${count} ${state}`)
  return [
    line('State', 'Name', 'Why'),
    ...services.map(({ state, name, id, why }) =>
      line(state, visible(name || id || '(no name)'), visible(why)),
    ),
    '',
    `${source}: ${total.join(', ')}.`,
    written ? 'Written.' : 'Nothing was written: this was a trial. Add --write to write it.',
  ].join('\n')
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** Without control characters, with which a feed could change what the terminal shows. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}
