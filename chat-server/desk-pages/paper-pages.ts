import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import type { Card } from '#protocol/cards.ts'
import type { Area } from '#records/area.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { sayMoment } from '../domain/opening-hours.ts'
import { printPath } from '../domain/paper.ts'
import type { PaperToPost } from '../paper-actions.ts'

export const paperPath = '/desk/paper/'

/** Everything that is still to be posted. `now` is ms UTC. */
export function paperListPage(
  list: readonly PaperToPost[],
  posted: string | undefined,
  now: number,
): ShownPage {
  const title = 'Paper to post'
  return {
    title,
    body: html`<h1>${title}</h1>
${posted !== undefined && html`<div class="notice notice--done" role="status"><p><strong class="reference">${posted}</strong> is noted as posted.</p></div>`}
${
  list.length === 0
    ? html`<p>Nothing is to be posted now.</p>`
    : html`<ul class="log-list">${list.map(
        ({ conversation }) => html`<li class="log-line">
<p class="log-line__facts"><a href="${paperPath}${conversation.id}/">${conversation.visitorName ?? conversation.reference}</a></p>
<p class="log-line__text">${conversation.about}</p>
<p class="note">Asked ${sayMoment(conversation.startedAt, now)}${conversation.navigatorName !== null && ` · With ${conversation.navigatorName}`} · ${conversation.reference}</p>
</li>`,
      )}</ul>`
}
<p>Families ask for paper on the page <a href="/post-me-a-copy/">Post me a copy</a>.</p>`,
  }
}

export interface LetterView extends PaperToPost {
  area: Area
  csrf: Html
  /** what is to be printed, as the site calls it now; a page that is gone has no card */
  items: readonly { path: string; card: Card | undefined }[]
  /** what the family wrote, their request first */
  words: readonly string[]
  /** `YYYY-MM-DD` */
  today: string
}

/** All for one envelope: what to print, the letter with the address, and the button for when it is in the post. */
export function letterPage(view: LetterView): ShownPage {
  const { conversation, request } = view
  const title = `Post to ${conversation.visitorName ?? conversation.reference}`
  return {
    title,
    body: html`<div class="paper-work">
<p><a href="${paperPath}">All paper to post</a></p>
<h1>${title}</h1>
<h2>1. Read what they wrote</h2>
${view.words.map((text) => html`<p class="paper-words">${text}</p>`)}
${reachedBy(view)}
<h2>2. Print</h2>
${printList(view)}
<h2>3. Print this letter</h2>
<p>It goes on top: the address shows in the window of a long (DL) envelope. Use “Print” in your browser; only the letter is printed.</p>
</div>
${letter(view)}
<div class="paper-work">
<h2>4. Post it</h2>
${request.postedOn === null && conversation.state !== 'ended' ? postedForm(view) : html`<p>${whereItIs(view)}</p>`}
</div>`,
  }
}

function reachedBy({ conversation: { telephone, email } }: LetterView): Html | null {
  const ways = [telephone, email].filter((way) => way !== null)
  return ways.length === 0 ? null : html`<p>If you have a question: ${ways.join(' or ')}</p>`
}

function printList({ items, request }: LetterView): Html {
  const services = items.flatMap(({ card }) => (card?.kind === 'service' ? [card] : []))
  const pages = items.filter(({ card }) => card?.kind !== 'service')
  const size = request.largePrint ? '#large' : ''
  const ids = services.flatMap(({ recordId }) => recordId ?? [])
  return html`${request.largePrint && html`<p><strong>Large print is wanted.</strong> The pages below open in large print.</p>`}
${request.easyRead && html`<p><strong>Easy Read is wanted,</strong> where there is one: see <a href="/easy-read/" target="_blank" rel="noopener">all Easy Read pages</a>.</p>`}
${
  items.length === 0
    ? html`<p>No page was chosen: find on the site what fits what they wrote.</p>`
    : html`<ul>${pages.map(({ path, card }) =>
        card === undefined && !path.startsWith('/easy-read/')
          ? html`<li>${path} is not on the site any more.</li>`
          : html`<li>${opened(`${printPath(path)}${size}`, card?.title ?? `Easy Read: ${path}`)}</li>`,
      )}
${ids.length > 0 && html`<li>${opened(`/print-services/#services=${ids.join(',')}${request.largePrint ? '&large=yes' : ''}`, services.map(({ title }) => title).join('; '))}</li>`}</ul>`
}`
}

function opened(href: string, words: string): Html {
  return html`<a href="${href}" target="_blank" rel="noopener">${words}<span class="govuk-visually-hidden"> (opens in a new tab)</span></a>`
}

function letter({ area, conversation, items, today }: LetterView): Html {
  const name = conversation.visitorName ?? 'Sir or Madam'
  const titles = items.flatMap(
    ({ path, card }) => card?.title ?? (path.startsWith('/easy-read/') ? ['Easy Read'] : []),
  )
  return html`<article class="paper-letter" aria-label="The letter">
<p class="paper-letter__to">${(conversation.postTo ?? '').split('\n').map((line) => html`${line}<br>`)}</p>
<p>${dateInWords(today)}</p>
<p>Dear ${name},</p>
<p>${titles.length === 0 ? 'Here is what you asked us to post you.' : 'You asked us to post you:'}</p>
${titles.length > 0 && html`<ul>${titles.map((title) => html`<li>${title}</li>`)}</ul>`}
<p>Things change. The newest is on our website. Call us if you want us to look for you, or if you have a question: ${area.contact.telephone}. Or write to ${area.contact.email}. Our reference is <span class="reference">${conversation.reference}</span>.</p>
<p>With kind regards</p>
<p>${area.contact.team}<br>${area.name}</p>
</article>`
}

function postedForm({ conversation, csrf, today }: LetterView): Html {
  return html`<form method="post" action="${paperPath}${conversation.id}/posted/">
${csrf}
<div class="govuk-form-group"><label class="govuk-label" for="on">Posted on</label>
<input class="govuk-input log-date" id="on" name="on" type="date" value="${today}" max="${today}"></div>
<button type="submit" class="govuk-button">Posted</button>
</form>`
}

function whereItIs({ conversation, request }: LetterView): string {
  if (request.postedOn !== null) return `It was posted on ${dateInWords(request.postedOn)}.`
  return `It was ended without being posted${conversation.navigatorName === null ? '' : ` by ${conversation.navigatorName}`}.`
}
