import type { Place } from './records/place.ts'

/** Where the pages of the CMS stand: the plain ones, and those of the editor. Paths on its own host. */

/** A provider's own services. */
export const myServicesPath = '/my-services/'

/** Where somebody proposes a new service. */
export const proposeServicePath = '/my-services/new/'

/** What an editor has to look at now. */
export const weeklyListPath = '/weekly-list/'

/** How the content stands to the remote repository. */
export const contentRemotePath = '/content-remote/'

/** Where the link of a reminder leads. */
export const stillCorrectPath = '/still-correct/'

/** One service on which "still correct" is said, with its short form. */
export function myServicePath(slug: string): string {
  return `${myServicesPath}${slug}/`
}

/** What happens next with a service that was proposed. */
export function proposedPath(slug: string): string {
  return `${myServicePath(slug)}proposed/`
}

/** Where a service is closed, for now or for good. */
export function closeServicePath(slug: string): string {
  return `${myServicePath(slug)}close/`
}

/** Where a closed service is opened again. */
export function reopenServicePath(slug: string): string {
  return `${myServicePath(slug)}reopen/`
}

/** Who changed a record, and its earlier versions. */
export function historyPath({ collection, slug }: Place): string {
  return `/records/${collection}/${slug}/history/`
}

/** What was written about the draft of a record. */
export function notesPath({ collection, slug }: Place): string {
  return `/records/${collection}/${slug}/notes/`
}

/** All drafts that somebody may see. */
export const draftsPath = '/drafts/'

/** Builds the site again, which could not be built. */
export const buildAgainPath = `${draftsPath}build-again/`

/** The draft of a record: what it would change, where it stands, and what can be done with it. */
export function draftPath({ collection, slug }: Place): string {
  return `${draftsPath}${collection}/${slug}/`
}

/** The page of a record as its draft would make it. */
export function previewPath(place: Place): string {
  return `${draftPath(place)}preview/`
}

/** Where somebody chooses between what two people wrote in the same fields of a record. */
export function choicePath(place: Place): string {
  return `${draftPath(place)}choose/`
}

/** One choice among several: of whose kept text, where it is not one's own, and of which version of it. */
export function choiceAddress(
  place: Place,
  { of, version }: { readonly of?: string | undefined; readonly version?: string | undefined },
): string {
  const asked = { ...(of !== undefined && { of }), ...(version !== undefined && { kept: version }) }
  const query = new URLSearchParams(asked)
  return query.size > 0 ? `${choicePath(place)}?${query}` : choicePath(place)
}

/** The organisations whose records are here, and the people who keep them. */
export const organisationsPath = '/organisations/'

/** One organisation, by the id of its record: its services and the people who keep them. */
export function organisationPath(id: string): string {
  return `${organisationsPath}${id}/`
}

/** A record in the full editor. */
export function editorPath({ collection, slug }: Place): string {
  return `/admin/#/collections/${collection}/entries/${slug}`
}
