import { z } from 'zod'

/** Makes the notice at the foot of the page that says how a publication goes, from the build to the live page. */
export function createPublicationNotice(): PublicationNotice {
  const notice = document.createElement('p')
  notice.className = 'publication'
  notice.setAttribute('role', 'status')
  let round = 0

  function say(words: string): void {
    notice.textContent = words
    if (!notice.isConnected) document.body.append(notice)
  }

  async function follow(): Promise<void> {
    round += 1
    const mine = round
    say('Your change is being put on the site …')
    // A build may be running for an earlier change; it has ended when nothing is built two times in a row.
    for (let quiet = 0; quiet < 2; ) {
      await pause(pollMilliseconds)
      if (mine !== round) return
      const publication = await readPublication()
      quiet = publication.state === 'building' ? 0 : quiet + 1
      if (quiet === 2) say(outcome(publication))
    }
    await pause(shownMilliseconds)
    if (mine === round && !notice.classList.contains('publication--failed')) notice.remove()
  }

  function outcome({ state, reason }: Publication): string {
    notice.classList.toggle('publication--failed', state === 'failed')
    return state === 'failed'
      ? `Your change is saved but the site could not be built, so people still see the one from before. Tell the people who run the site: ${reason}`
      : 'The site now shows your change.'
  }

  return {
    follow: () =>
      void follow().catch(() =>
        say('We cannot tell how the publication goes. Look at the page on the site.'),
      ),
  }
}

async function readPublication(): Promise<Publication> {
  const response = await fetch('/api/cms/publication')
  return publicationReply.parse(await response.json())
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

const pollMilliseconds = 2_000
const shownMilliseconds = 15_000

const publicationReply = z.object({ state: z.string(), reason: z.string().optional() })

type Publication = z.output<typeof publicationReply>

export interface PublicationNotice {
  /** Starts to follow the publication that was just asked for. */
  follow(): void
}
