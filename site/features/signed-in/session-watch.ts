/** How a session stands, as the server says. */
export interface Standing {
  /** until it ends unless something is done before */
  secondsLeft: number
  /** until it ends whatever is done */
  secondsAtMost: number
  /** goes with what changes something */
  csrfToken: string
}

/** What a page says of its session: nothing, that it ends soon, or that it has ended. */
export type SessionView =
  | { is: 'quiet' }
  | { is: 'ending'; minutes: number; canStay: boolean }
  | { is: 'ended' }

/**
 * Watches over the session of a page: tells the server at most once a minute that its owner is there, and warns five
 * minutes before the end. The server's word counts, so that all tabs agree; `hear` is for what another tab did.
 */
export function createSessionWatch(parts: SessionWatchParts): SessionWatch {
  const { now, show } = parts
  let view: SessionView = { is: 'quiet' }
  let csrfToken = ''
  let didAt = 0
  let toldAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAnswer: Promise<void> = Promise.resolve()
  const waiting = new Map<Question, Promise<void>>()

  function plan(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), Math.min(ms, longestMs))
  }

  function turn(next: SessionView): void {
    if (JSON.stringify(next) === JSON.stringify(view)) return
    view = next
    show(next)
  }

  function take(answer: Standing | 'ended' | null): void {
    if (answer === null) {
      // Not reached: what is shown stays, and the server is asked again.
      plan(againMs)
    } else if (answer === 'ended') {
      clearTimeout(timer)
      turn({ is: 'ended' })
    } else {
      follow(answer)
    }
  }

  function follow(answer: Standing): void {
    csrfToken = answer.csrfToken
    parts.renewToken(csrfToken)
    const left = answer.secondsLeft * 1000
    if (left > warnMs) {
      turn({ is: 'quiet' })
      plan(left - warnMs)
    } else {
      const canStay = answer.secondsAtMost > answer.secondsLeft
      turn({ is: 'ending', minutes: Math.max(1, Math.ceil(left / 60_000)), canStay })
      plan(Math.min(againMs, Math.max(1000, left)))
    }
  }

  /**
   * One question at a time, in the order in which they came up: the answer to an older one knows nothing of what was
   * done since, so only a question that still waits to be asked serves for two.
   */
  function ask(question: Question): Promise<void> {
    const sameAnswer = waiting.get(question)
    if (sameAnswer) return sameAnswer
    const answer = lastAnswer
      .then(() => {
        waiting.delete(question)
        return question()
      })
      .then(take)
    waiting.set(question, answer)
    lastAnswer = answer.catch(() => undefined)
    return answer
  }

  const askStanding: Question = () => parts.askStanding()
  const tellUse: Question = () => parts.tellUse(csrfToken)

  async function stay(): Promise<void> {
    toldAt = now()
    await ask(tellUse)
    parts.callOthers()
  }

  /** A deed since the server was last told of one counts before it is asked. */
  async function look(): Promise<void> {
    if (didAt > toldAt && view.is === 'quiet') return stay()
    return ask(askStanding)
  }

  return {
    look: () => ask(askStanding),
    noteDeed() {
      if (view.is === 'ended') return
      didAt = now()
      if (csrfToken !== '' && (view.is === 'ending' || didAt - toldAt >= tellEveryMs)) void stay()
    },
    stop: () => clearTimeout(timer),
  }
}

export interface SessionWatch {
  /** Asks how the session stands now: at the start, when the page is looked at again, and when another tab calls. */
  look(): Promise<void>
  /** Its owner pressed, typed or scrolled. */
  noteDeed(): void
  stop(): void
}

type Question = () => Promise<Standing | 'ended' | null>

interface SessionWatchParts {
  /** ms since any moment */
  now: () => number
  show: (view: SessionView) => void
  /** null when the server cannot be reached */
  askStanding: Question
  tellUse: (csrfToken: string) => Promise<Standing | 'ended' | null>
  /** hands the token of the session to the page's forms, since it changes with a new sign-in */
  renewToken: (csrfToken: string) => void
  /** tells the other tabs that something was done here */
  callOthers: () => void
}

/** How long before the end people hear of it: WCAG 2.2.1 asks for 20 seconds at least. */
const warnMs = 5 * 60_000

const tellEveryMs = 60_000

/** While it is about to end, and while the server cannot be reached. */
const againMs = 15_000

/** A laptop that slept asks soon after it wakes. */
const longestMs = 5 * 60_000
