import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { capital } from '#records/capital.ts'
import { thrownAwayDays } from '../../drafts/thrown-away.ts'
import type { Writer } from '../../merge/last-writer.ts'
import type { Choice } from '../../merge/open-choice.ts'
import type { ChoiceWords } from './choice-page.ts'

/** What a choice is about, who wrote what and when, and what its buttons say. `nameOf` gives names as they are now. */
export async function choiceWords(
  choice: Choice,
  reader: string,
  nameOf: (accountId: string) => Promise<string | undefined>,
): Promise<{ intro: string[]; words: ChoiceWords }> {
  const { kept, kind } = choice
  const isMine = choice.mineBy.accountId === reader
  const mineName = await nameFor(choice.mineBy, isMine, nameOf)
  const writer = choice.kind === 'fields' ? choice.thereBy : undefined
  const thereName = writer && (await nameFor(writer, writer.accountId === reader, nameOf))
  const when = instantInWords(choice.mineBy.at)
  const wrote = isMine
    ? `You wrote yours on ${when}.`
    : `${capital(mineName)} wrote the other one on ${when}.`
  const draftWrote = `${capital(mineName)} wrote the draft on ${when}.`
  const mineOnly = `${capital(mineName)} wrote this on ${when}.`
  const safe = 'Nothing is lost and nothing is changed until you choose.'
  const drop = kept ? dropKept(isMine, mineName) : dropDraft

  if (kind === 'taken')
    return {
      intro: [`There is already a page with this name. ${mineOnly}`, safe],
      words: {
        ...drop,
        ...unused,
        save: 'Save it under this name',
        mineHeading: whatWasWritten(isMine, mineName),
      },
    }
  if (kind === 'removed')
    return {
      intro: [
        kept
          ? `The page was removed before this was saved. ${mineOnly}`
          : `The page was removed from the site while this draft was open. ${draftWrote}`,
        safe,
      ],
      words: {
        ...{ ...drop, ...unused, mineHeading: whatWasWritten(isMine, mineName) },
        save: kept ? 'Bring the page back as a draft' : 'Keep the draft, so that it brings the page back',
      },
    }
  const there = thereName ?? 'somebody'
  const changedOn = writer ? ` on ${instantInWords(writer.at)}` : ''
  const labels = { ...drop, save: 'Save what I chose', mineHeading: '' }
  // The same person in two windows, or on two days.
  if (kept && isMine && writer?.accountId === reader)
    return {
      intro: [
        `You saved this page from two windows: first${changedOn}, then on ${when}. You wrote something else in the same place.`,
        safe,
      ],
      words: {
        ...{ ...labels, there: 'Keep what you saved first', mine: 'Use what you wrote last' },
        ...{ mineKept: keptWords('you wrote last'), thereKept: keptWords('you saved first') },
      },
    }
  return {
    intro: [
      kept
        ? `${capital(there)} saved this page${changedOn}, after it was opened for the change that waits here. ${wrote}`
        : `${capital(there)} changed what is on the site${changedOn}, while this draft was open. ${draftWrote}`,
      safe,
    ],
    words: {
      ...labels,
      there: kept ? `Keep what ${there} wrote` : 'Keep what is on the site now',
      mine: !kept ? 'Use the draft' : isMine ? 'Use mine' : `Use what ${mineName} wrote`,
      ...{ mineKept: keptWords(`${mineName} wrote`), thereKept: keptWords(`${there} wrote`) },
    },
  }
}

const keptWords = (whose: string) => `Also from what ${whose}, kept without a question`

async function nameFor(
  { accountId }: Writer,
  isReader: boolean,
  nameOf: (accountId: string) => Promise<string | undefined>,
): Promise<string> {
  return isReader ? 'you' : ((await nameOf(accountId)) ?? 'somebody whose account is gone')
}

const unused = { there: '', mine: '', mineKept: '', thereKept: '' }

const whatWasWritten = (isMine: boolean, name: string) => `What ${isMine ? 'you' : name} wrote`

function dropKept(isMine: boolean, name: string) {
  const whose = isMine ? 'mine' : `what ${name} wrote`
  return {
    dropHeading: 'Or leave it as it is now',
    dropHint: `What ${name} wrote is thrown away. It cannot be brought back. The page stays as it is.`,
    drop: `Throw ${whose} away`,
    dropQuestion: `Throw away what ${name} wrote?`,
    dropNow: 'Yes, throw it away',
  }
}

const dropDraft = {
  dropHeading: 'Or throw the draft away',
  dropHint: `The whole draft goes. For ${thrownAwayDays} days it can be brought back. What is on the site stays as it is.`,
  drop: 'Throw the draft away',
  dropQuestion: 'Throw the draft away?',
  dropNow: 'Yes, throw it away',
}
