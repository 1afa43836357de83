import { counted, inFigures } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import type { Rung } from './ladder.ts'

/** What the emails of the CMS say: the names of services, days and links. Nothing else of a record, and nobody's name. */
export interface Letter {
  readonly subject: string
  readonly text: string
}

/** Asks a provider's person about one or more of their services. `worksUntil` is the last day of the links. */
export function askWhetherStillCorrect(options: {
  services: readonly AskedService[]
  /** `YYYY-MM-DD` */
  worksUntil: string
  allServices: string
}): Letter {
  const { services, worksUntil, allServices } = options
  const shown = services.slice(0, mostNamed)
  const [only, ...others] = services
  const isOne = only !== undefined && others.length === 0
  return {
    subject: isOne
      ? `Is “${only.name}” still right?`
      : `Are your ${counted(services.length, 'page')} in the Local Offer still right?`,
    text: `Families read ${isOne ? 'this page' : 'these pages'} in the Local Offer. Please check that all of it is still right.

${shown.map(paragraphAbout).join('\n\n')}

${isOne ? 'The link opens' : 'Each link opens'} a page with the main facts. One button there says that all is still right. If something has changed, you can change it from there.
${services.length > shown.length ? `\nThere are ${inFigures(services.length - shown.length)} more. You find them all here:\n` : '\nAll your services are here:\n'}${allServices}

${isOne ? 'The link is for you. It works' : 'The links are for you. They work'} until ${dateInWords(worksUntil)}. Please do not pass ${isOne ? 'it' : 'them'} on: whoever has ${isOne ? 'it' : 'one'} can say in your name that ${isOne ? 'the' : 'a'} page is right.
`,
  }
}

function paragraphAbout({ name, rung, dueOn, link }: AskedService): string {
  return `${name}\n${whenDue[rung](dateInWords(dueOn))}\n${link}`
}

const whenDue: Readonly<Record<AskedService['rung'], (day: string) => string>> = {
  soon: (day) => `Please check it by ${day}.`,
  due: (day) => `Its check is due now (${day}).`,
  late: (day) => `Its check was due on ${day}. The page may tell families that it could be out of date.`,
}

/** Tells an editor which services nobody has checked although their provider was reminded, or has nobody to remind. */
export function tellEditors(services: readonly { name: string; dueOn: string }[], list: string): Letter {
  const shown = services.slice(0, mostNamed)
  const more = services.length - shown.length
  return {
    subject: `${counted(services.length, 'service')} that nobody has checked`,
    text: `The check of ${services.length === 1 ? 'this service was' : 'these services was'} due four weeks ago or more. The provider was reminded and has not answered, or has nobody with an account.

${shown.map(({ name, dueOn }) => `- ${name} (due ${dateInWords(dueOn)})`).join('\n')}${more > 0 ? `\n- and ${inFigures(more)} more` : ''}

The list, with links to each:
${list}
`,
  }
}

/** The week in figures, for an editor. */
export function weeklyLetter(counts: WeekCounts, list: string): Letter {
  const lines = [
    `${counted(counts.waiting, 'draft')} waiting for an editor`,
    `${counted(counts.overdue, 'page')} overdue for a check`,
    `${counted(counts.dueSoon, 'page')} due in the next 30 days`,
    sayWhatReached(counts),
  ]
  return {
    subject: `Local Offer this week: ${inFigures(counts.waiting)} waiting, ${inFigures(counts.overdue)} overdue`,
    text: `${lines.map((line) => `- ${line}`).join('\n')}

Which ones, with links to each:
${list}

You can stop this weekly email at the end of that page.
`,
  }
}

function sayWhatReached({ failedBuilds, isBehind }: WeekCounts): string {
  if (isBehind) return 'Families do not see what was published last: the site could not be built'
  if (failedBuilds === 0) return 'Every change reached the site'
  return `${counted(failedBuilds, 'time')} in the last 7 days the site could not be built. Now it shows everything`
}

/** A list in an email stays short enough to be read; the page it links to has all. */
const mostNamed = 20

export interface AskedService {
  readonly name: string
  readonly rung: Exclude<Rung, 'editors'>
  /** `YYYY-MM-DD` */
  readonly dueOn: string
  readonly link: string
}

export interface WeekCounts {
  readonly waiting: number
  readonly overdue: number
  readonly dueSoon: number
  readonly failedBuilds: number
  /** Whether families still see the site from before that. */
  readonly isBehind: boolean
}
