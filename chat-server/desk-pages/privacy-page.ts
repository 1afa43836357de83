import { radioField } from '#platform/pages/choice-fields.ts'
import { type FormState, lineField, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { channelNames } from '#protocol/conversation.ts'
import { counted } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { londonDate } from '#records/london-date.ts'
import { sayWhen } from '../conversation-copy.ts'
import type { NightlyRemoval, RemovalNews } from '../nightly-removals.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { erasureReasons } from '../subject-access.ts'

export const privacyPath = '/desk/privacy/'

export const findFields = ['reference', 'email', 'telephone'] as const
export type FindField = (typeof findFields)[number]

/** The first page: look for what we keep about somebody, and what the nights removed. */
export function privacyPage(
  state: FormState<FindField>,
  { csrf, removals, retentionDays }: { csrf: Html; removals: RemovalNews; retentionDays: number },
): ShownPage {
  const title = 'What we keep about somebody'
  return {
    title: state.problems.length > 0 ? `Error: ${title}` : title,
    status: state.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(state)}<h1>${title}</h1>
<p>Somebody may ask for a copy of all that we keep about them, or ask us to remove it. Make sure first that they are who they say. Then use what they give you themselves. Fill in one.</p>
<form method="post" action="${privacyPath}find/" novalidate>${csrf}
${lineField(state, 'reference', 'Reference number', { type: 'text', autocomplete: 'off', hint: 'Like LO-7KQ4-2M9X' })}
${lineField(state, 'email', 'Email address', { type: 'email', autocomplete: 'off' })}
${lineField(state, 'telephone', 'Telephone number', { type: 'tel', autocomplete: 'off' })}
<button class="govuk-button">Find conversations</button></form>
<h2>What the nights removed</h2>
<p>Each night the names, addresses and words of conversations older than ${retentionDays} days are removed. Numbers for reports stay.</p>
${nightsShown(removals)}`,
  }
}

/** What was found, to be chosen from. */
export function foundPage(found: readonly StoredConversation[], csrf: Html): ShownPage {
  const title =
    found.length === 0 ? 'We keep nothing under this' : `We found ${counted(found.length, 'conversation')}`
  const [held, free] = [found.filter((one) => one.held), found.filter((one) => !one.held)]
  return {
    title,
    body: html`<h1>${title}</h1>${found.length === 0 && nothingFound}
${
  free.length > 0 &&
  html`<form class="privacy-form" method="post" action="${privacyPath}copy/">${csrf}
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Take these conversations</legend>
<p class="govuk-hint">Two people may share an email address or a telephone. Leave out what is another person’s.</p>
${free.map(choice)}</fieldset>
<p>Read a copy before you hand it out. What somebody wrote may tell of other people; take that out of what you hand over. Records of safeguarding concerns are not in it: whoever looks after data protection decides about those.</p>
<div class="govuk-button-group"><button class="govuk-button" name="form" value="page">Download a copy to read</button>
<button class="govuk-button govuk-button--secondary" name="form" value="data">Download as data (JSON)</button>
<button class="govuk-button govuk-button--secondary" formaction="${privacyPath}remove/">Remove what we keep …</button></div></form>`
}${held.length > 0 && heldSection(held)}
<p><a href="${privacyPath}">Look for somebody else</a></p>`,
  }
}

/** The second step of a removal: what goes, why, and that it cannot be undone. */
export function confirmPage(
  chosen: readonly StoredConversation[],
  csrf: Html,
  state: FormState<'reason'>,
): ShownPage {
  const title = `Remove what we keep of ${counted(chosen.length, 'conversation')}?`
  const reasons = Object.entries(erasureReasons).map(([id, label]) => ({ id, label }))
  return {
    title: state.problems.length > 0 ? `Error: ${title}` : title,
    status: state.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(state)}<h1>${title}</h1>
<p>Names, addresses, messages, notes and follow-ups go for good. Nobody can bring them back, but backups keep them until they are replaced. Conversations that go on end now. Times and counts stay, without saying who it was.</p>
<ul class="govuk-list govuk-list--bullet">${chosen.map((one) => html`<li>${inWords(one)}</li>`)}</ul>
<form class="privacy-form" method="post" action="${privacyPath}removed/" novalidate>${csrf}${chosen.map(({ id }) => html`<input type="hidden" name="take-${id}" value="yes">`)}
${radioField(state, 'reason', 'Why?', reasons)}
<div class="govuk-button-group"><button class="govuk-button govuk-button--warning">Remove it now</button> <a class="govuk-link" href="${privacyPath}">Keep it</a></div></form>`,
  }
}

/** What was removed, and what a concern keeps. */
export function removedPage(
  removed: readonly StoredConversation[],
  held: readonly StoredConversation[],
): ShownPage {
  const title =
    removed.length === 0 ? 'Nothing was removed' : `Removed: ${counted(removed.length, 'conversation')}`
  return {
    title,
    body: html`<h1>${title}</h1>
${removed.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${removed.map(({ reference }) => html`<li>${reference}</li>`)}</ul><p>Tell the person that it is done.</p>`}
${held.length > 0 && heldSection(held)}<p><a href="${privacyPath}">Back to what we keep</a></p>`,
  }
}

const nothingFound = html`<p>No conversation has it. Check what was typed. Somebody who left no address or number is found by the reference number alone. What is older may be removed already.</p>`

function heldSection(held: readonly StoredConversation[]): Html {
  return html`<h2>Held because of a concern</h2>
<p>These can be neither copied nor removed now. A lead closes the concern on the <a href="/desk/">desk</a> and releases the conversation first. Then look again. Where that cannot be, tell the person what you may, and ask whoever looks after data protection.</p>
<ul class="govuk-list govuk-list--bullet">${held.map((one) => html`<li>${inWords(one)}</li>`)}</ul>`
}

function choice(one: StoredConversation): Html {
  return html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="take-${one.id}" name="take-${one.id}" value="yes" checked>
<label class="govuk-label govuk-checkboxes__label" for="take-${one.id}">${inWords(one)}</label></div>`
}

function inWords({ reference, channel, startedAt, endedAt, lastSeq }: StoredConversation): string {
  const day = (instant: number) => dateInWords(londonDate(instant))
  const until = endedAt === null ? ', goes on' : day(endedAt) === day(startedAt) ? '' : ` to ${day(endedAt)}`
  return `${reference}: ${channelNames[channel].toLowerCase()}, ${day(startedAt)}${until}, ${counted(lastSeq, 'message')}`
}

function nightsShown({ nights, isLate }: RemovalNews): Html {
  if (nights.length === 0 && !isLate)
    return html`<p>No night has been yet since this was set up. Look again tomorrow.</p>`
  return html`${
    isLate &&
    html`<div class="notice notice--warning" role="note"><p><strong>Nothing was removed last night.</strong> The task failed or did not run. Tell whoever runs the computer: text is kept longer than we promise.</p></div>`
  }${nights.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${nights.map((night) => html`<li>${sayNight(night)}</li>`)}</ul>`}`
}

function sayNight(night: NightlyRemoval): string {
  const when = sayWhen(night.at)
  if (night.failed) return `${when}: it failed. It is tried again by itself.`
  const held = night.held === 0 ? '' : `, ${night.held} kept because a concern holds them`
  const oldest = night.oldest === '' ? '' : `; the oldest text we keep is of ${dateInWords(night.oldest)}`
  return `${when}: ${counted(night.conversations, 'conversation')} removed${held}${oldest}.`
}
