import { freeSlugLike } from '../../actions/choose.ts'
import { mainOf } from '../../git/main-branch.ts'
import { differencesOf } from '../../history/differences.ts'
import { namesOfRecords } from '../../history/read-history.ts'
import { conflictInWords } from '../../merge/conflict-in-words.ts'
import { mergeRecords } from '../../merge/merge-records.ts'
import { type Choice, questionsOf, type WantedChoice } from '../../merge/open-choice.ts'
import { definitionFor } from '../../records/place.ts'
import { titleOf } from '../../records/stored-records.ts'
import type { Person } from '../../rights/person-of.ts'
import type { ChoiceView } from './choice-page.ts'
import { choiceWords } from './choice-words.ts'

/** A choice as its page shows it: the questions, what goes together without one, and what was typed before. */
export async function readChoice(
  { context, actor, signedIn }: Person,
  choice: Choice,
  wanted: WantedChoice,
  { chosen = new Map(), problems = [], notice, slug }: Typed = {},
): Promise<ChoiceView> {
  const { place, kept, mine } = choice
  const definition = definitionFor(place)
  const nameOfRecord = await namesOfRecords(context, await mainOf(context.repository))
  const { intro, words } = await choiceWords(choice, actor.accountId, context.nameOf)
  const view = {
    ...{ kind: choice.kind, place, csrf: signedIn.csrfToken },
    title: titleOf({ ...place, content: choice.kind === 'fields' ? choice.sides.there : mine }),
    ...{ seen: choice.seen, of: wanted.of, version: kept?.record.blob },
    ...{ intro, words, notice, problems, chosen },
    slug: slug ?? (choice.kind === 'taken' ? await freeSlugLike(context, place) : ''),
    keptNames: { before: 'Without it', after: 'Kept' },
  }
  if (choice.kind !== 'fields') {
    const written = differencesOf(definition, kept?.base?.content, mine, nameOfRecord)
    return { ...view, questions: [], kept: [], mine: written }
  }
  const { sides, asksAll } = choice
  const all = (side: 'there' | 'mine') =>
    mergeRecords(sides, { asksAll, chosen: new Map(questions.map(({ id }) => [id, side])) }).content
  const questions = questionsOf(choice)
  const keptParts = [
    { heading: words.mineKept, side: 'there' as const },
    { heading: words.thereKept, side: 'mine' as const },
  ].map(({ heading, side }) => ({
    heading,
    differences: differencesOf(definition, sides[side], all(side), nameOfRecord),
  }))
  return {
    ...view,
    mine: [],
    questions: questions.map((question) => conflictInWords(definition, question, nameOfRecord)),
    kept: keptParts.filter(({ differences }) => differences.length > 0),
  }
}

/** What somebody had chosen and typed, and what is said of it. */
type Typed = Partial<Pick<ChoiceView, 'chosen' | 'problems' | 'notice' | 'slug'>>
