import { recordAt } from '#records/collections.ts'
import { fieldInWords } from '../records/field-in-words.ts'

/**
 * Why a build failed, for an email. What a build says may quote what a record holds, so that an email says one of few
 * sentences, and which fields of which files: what is wrong with them is on the page that it leads to.
 *
 * @param said what `BuildError` and the check of the release say
 */
export function reasonInLetter(said: string): string {
  const known = knownReasons.find(({ when }) => when.test(said))
  if (known) return known.says
  const named = fieldsNamed(said)
  if (named.length === 0) return 'the program that builds the site ended with an error.'
  const more = named.length - mostNamed
  const list = named.slice(0, mostNamed).map((field) => `- ${field}`)
  return `there is something in the content that it cannot be built with.\n\n${[...list, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')}`
}

/** The fields that the build says something about, in lines such as `services/swim.md: name: is missing.` */
function fieldsNamed(said: string): readonly string[] {
  const lines = [...said.matchAll(/^(?:\S+: )?([a-z-]+(?:\/[\w-]+)?\.(?:mdx?|yaml)): ([\w.-]+): /gm)]
  const fields = lines.flatMap(([, file = '', field = '']) =>
    recordAt(file) ? [`${file}: ${fieldInWords(file, field)}`] : [],
  )
  return [...new Set(fields)]
}

const mostNamed = 5

const knownReasons = [
  {
    when: /^There is no room left on the disk|\bENOSPC\b/,
    says: 'there is no room left on the disk of the server. Tell the people who run the site.',
  },
  {
    when: /^The build could not run/,
    says: 'the program that builds the site could not be started. Tell the people who run the site.',
  },
  {
    when: /^The build was stopped/,
    says: 'the program that builds the site was stopped before it was done. Try again. If that does not help, tell the people who run the site.',
  },
  {
    when: /^The built site/,
    says: 'the site that was built is not that of its content. Tell the people who run the site.',
  },
] as const
