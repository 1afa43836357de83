import { z } from 'zod'
import {
  askEveryMs,
  askProgress,
  isOver,
  type PublicationReply,
} from '../../site/features/publication/ask-progress.ts'

/**
 * Makes the notice at the foot of the page that says how a publication goes, from the build to the live page. It goes on after
 * the page was loaded again. While nothing is followed it tells editors, each minute, that the site could not be built and why.
 */
export function createPublicationNotice(storage: Storage = sessionStorage): PublicationNotice {
  const notice = document.createElement('div')
  notice.className = 'publication'
  const words = document.createElement('p')
  words.setAttribute('role', 'status')
  const stage = document.createElement('label')
  const bar = document.createElement('progress')
  const link = document.createElement('a')
  link.textContent = 'Open the page on the site'
  // Beside the words, which stay where they are: a live region that comes and goes is said twice or not at all.
  const more = document.createElement('div')
  notice.append(words, more)
  let followed: Followed | undefined

  function say(text: string, ...beside: HTMLElement[]): void {
    // Words that stay the same are not said again.
    if (words.textContent !== text) words.textContent = text
    if (!notice.isConnected) document.body.append(notice)
    more.replaceChildren(...beside)
  }

  function show(reply: PublicationReply, { page }: Followed): void {
    notice.classList.toggle('publication--failed', reply.progress === 'failed')
    const at = reply.steps.findIndex(({ is }) => is === 'now')
    const step = reply.steps[at]
    if (step) {
      stage.textContent = `Step ${at + 1} of ${reply.steps.length}: ${step.words} `
      bar.max = reply.steps.length
      bar.value = at + 1
      stage.append(bar)
      say(reply.words, stage)
    } else if (reply.progress === 'live' && page !== undefined) {
      link.href = page
      say(reply.words, link)
    } else say(reply.words)
  }

  async function follow(mine: Followed): Promise<void> {
    followed = mine
    storage.setItem(storedAs, JSON.stringify(mine))
    say('Your change is being put on the site …')
    for (;;) {
      // What cannot be asked now is asked again.
      const reply = await askProgress(mine.commit).catch(() => undefined)
      if (followed !== mine) return
      if (reply) show(reply, mine)
      if (reply && isOver(reply)) break
      await pause(askEveryMs)
    }
    storage.removeItem(storedAs)
    followed = undefined
    await pause(shownMs)
    if (followed === undefined && !notice.classList.contains('publication--failed')) notice.remove()
  }

  async function lookForFailure(): Promise<void> {
    const response = await fetch('/api/cms/publication', { cache: 'no-store' })
    if (!response.ok) return
    const { failure } = failureReply.parse(await response.json())
    if (followed) return
    const isShown = notice.classList.toggle('publication--failed', failure !== null)
    if (isShown) say(`The site could not be built, so people still see the one from before: ${failure}`)
    else if (words.textContent?.startsWith('The site could not')) notice.remove()
  }

  return {
    follow: (commit, page) => void follow({ commit, page }),
    resume() {
      const stored = followedBefore.safeParse(JSON.parse(storage.getItem(storedAs) ?? 'null'))
      if (stored.success) void follow(stored.data)
      const look = () => void lookForFailure().catch(() => undefined)
      look()
      setInterval(look, lookEveryMs)
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

const storedAs = 'local-offer-publication'
const shownMs = 15_000
const lookEveryMs = 60_000

const failureReply = z.object({ failure: z.string().nullable() })

const followedBefore = z.object({ commit: z.string(), page: z.string().optional() })

/** A change on its way to the site, and the page that will show it. */
type Followed = Readonly<z.output<typeof followedBefore>>

export interface PublicationNotice {
  /** Starts to follow the publication of a commit; `page` is the path of the page that shows it, where there is one. */
  follow(commit: string, page: string | undefined): void
  /** Goes on with what was followed before the page was loaded again, and from then on tells of builds that fail. */
  resume(): void
}
