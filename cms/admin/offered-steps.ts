import { type DraftStatus, draftStatuses } from '../drafts/workflow.ts'
import { formIn } from './other-forms.ts'
import { phrases } from './phrases.ts'
import { isForOthers, mayRemove, refusedStatuses, type Standing, type Standings } from './standings.ts'

/**
 * Hides the steps that the server would refuse: in the form and on the board. Decap offers the same to a person for all pages;
 * what they may do differs from page to page. To be called whenever Decap has drawn.
 */
export function offerSteps(root: ParentNode, standings: Standings): void {
  const standing = standings.of(formIn(window.location.href)?.replace('/entries/', '/') ?? '')
  for (const toolbar of root.querySelectorAll('[class*="-ToolbarSectionMain"]'))
    if (standing) offerInForm(toolbar, standing)
  for (const card of root.querySelectorAll('[class*="-WorkflowCardContainer"]')) {
    const { may } = standings.of(subjectOfCard(card)) ?? {}
    if (may) show(card, '[class*="-PublishButton"]', may.includes('publish'))
  }
}

/** Keeps a card of the board from columns to which its draft may not go: there a drop has no effect. */
export function keepCardsApart(standings: Standings): void {
  let held: Standing | undefined
  const hold = ({ target }: Event) => {
    held = target instanceof Element ? standings.of(subjectOfCard(target)) : undefined
  }
  const refuse = (event: Event) => {
    const column = event.target instanceof Element ? columnAround(event.target) : undefined
    const isRefused = held && column !== undefined && refusedStatuses(held).includes(column)
    if (isRefused) event.stopImmediatePropagation()
  }
  // Before Decap hears of it.
  window.addEventListener('dragstart', hold, { capture: true })
  for (const kind of ['dragenter', 'dragover', 'drop'])
    window.addEventListener(kind, refuse, { capture: true })
}

function offerInForm(toolbar: Element, standing: Standing): void {
  show(toolbar, '[class*="-SaveButton"]', standing.may.includes('save'))
  for (const remove of toolbar.querySelectorAll('[class*="-DeleteButton"]')) {
    // After a first save that was refused, Decap believes that there is a draft.
    const isOfDraft = remove.textContent === deleteUnpublishedChanges
    const isThere = isOfDraft === (standing.status !== undefined)
    remove.toggleAttribute('hidden', !isThere || !mayRemove(standing))
  }
  show(
    toolbar,
    '[class*="-ToolbarDropdown"]:has([class*="-PublishButton"])',
    standing.may.includes('publish'),
  )
  const refused = refusedStatuses(standing).map((status) => statusWords[status])
  for (const item of toolbar.querySelectorAll('[role="menuitem"]')) {
    const isRefused = refused.some((words) => words === item.textContent?.trim())
    const isTaking = item.textContent?.trim() === unpublish && !standing.may.includes('delete')
    item.toggleAttribute('hidden', isRefused || isTaking)
  }
  const { status } = standing
  const button = toolbar.querySelector('[class*="-StatusButton"]')
  if (!button || status === undefined) return
  // Decap does not hear that a save sent the draft back into review.
  const words = `Status: ${statusWords[status]}`
  const says = button.textContent ?? ''
  if (says.startsWith('Status: ') && says !== words) button.textContent = words
  button.parentElement?.toggleAttribute('inert', isForOthers(standing))
}

/** The page that a card of the board is of. */
function subjectOfCard(inside: Element): string {
  const card =
    inside.closest('[class*="-WorkflowCardContainer"]') ??
    inside.querySelector('[class*="-WorkflowCardContainer"]')
  const address = card?.querySelector('a')?.href ?? ''
  return formIn(address)?.replace('/entries/', '/') ?? ''
}

/** The status of the column of the board that a card is held over: its heading names it. */
function columnAround(over: Element): DraftStatus | undefined {
  const column = over.closest('[class*="-column"]')
  const name = column?.querySelector('[name]')?.getAttribute('name')
  return draftStatuses.find((status) => status === name)
}

function show(inside: Element, selector: string, isOffered: boolean): void {
  for (const part of inside.querySelectorAll(selector)) part.toggleAttribute('hidden', !isOffered)
}

const { draft, inReview, ready, unpublish, deleteUnpublishedChanges } = phrases.editor.editorToolbar
const statusWords: Readonly<Record<DraftStatus, string>> = {
  draft,
  pending_review: inReview,
  pending_publish: ready,
}
