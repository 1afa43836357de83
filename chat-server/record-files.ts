import { type Html, html } from '#platform/pages/html.ts'
import { sayWhen } from './conversation-copy.ts'
import type { ConversationRecord } from './conversation-record.ts'

/** Records as text, one after the other. */
export function recordsAsText(records: readonly ConversationRecord[], now: number): string {
  const texts = records.map(({ reference, facts, parts }) =>
    [
      `Conversation ${reference}`,
      facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
      ...parts.flatMap(({ title, entries }) => [
        title,
        ...entries.map(({ head, text }) => `${head}:\n${text}`),
      ]),
    ].join('\n\n'),
  )
  return `${[`What we keep. Copied at ${sayWhen(now)}.`, ...texts].join('\n\n')}\n`
}

/** Records as one page that needs nothing else, to read, to print and to hand over. */
export function recordsAsPage(records: readonly ConversationRecord[], now: number, council: string): string {
  const title = `What ${council} keeps about you`
  const page = html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1.1rem/1.5 Arial,sans-serif;max-width:40em;margin:2em auto;padding:0 1em;color:#16202b}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 1em}dt,h4{font-weight:700;margin:.75em 0 0}dd{margin:0;overflow-wrap:anywhere}article{border-top:2px solid;margin-top:2em}</style></head>
<body><main><h1>${title}</h1><p>Copied at ${sayWhen(now)}, from what was stored then.</p>${records.map(article)}</main></body></html>
`
  return String(page)
}

/** Records as data (JSON). */
export function recordsAsData(records: readonly ConversationRecord[], now: number): string {
  const named = records.map(({ facts, ...record }) => ({
    ...record,
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  }))
  return `${JSON.stringify({ copiedAt: new Date(now).toISOString(), conversations: named }, null, 2)}\n`
}

function article({ reference, facts, parts }: ConversationRecord): Html {
  return html`<article><h2>Conversation ${reference}</h2>
<dl>${facts.map(({ name, value }) => html`<dt>${name}</dt><dd><pre>${value}</pre></dd>`)}</dl>
${parts.map(({ title, entries }) => html`<h3>${title}</h3>${entries.map(({ head, text }) => html`<h4>${head}</h4><pre>${text}</pre>`)}`)}</article>`
}
