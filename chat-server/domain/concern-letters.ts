import type { Letter } from './letters.ts'

/** To the leads when a navigator raises a concern. Says nothing of what, about whom, or by whom. */
export function sayConcernRaised({ desk, by }: { desk: string; by: string }): Letter {
  return {
    subject: 'A safeguarding concern waits for you',
    text: `A navigator has raised a safeguarding concern. Open the desk, read it and acknowledge it by ${by}:

${desk}

${nothingHere}`,
  }
}

/** To the leads once more, and to whoever stands in for them, when nobody has acknowledged it in time. */
export function sayConcernUnanswered({ desk, raised }: { desk: string; raised: string }): Letter {
  return {
    subject: 'Nobody has answered a safeguarding concern',
    text: `A safeguarding concern was raised at ${raised}. No lead has acknowledged it yet. Open the desk now, or find a lead who can:

${desk}

${nothingHere}`,
  }
}

const nothingHere = `For the privacy of the family nothing that was said is in this email. You cannot answer it.
If somebody is in danger now, call 999. Do not wait for anybody.
`
