import { getCollection } from 'astro:content'
import { byLetters } from '#records/by-letters.ts'
import type { Glossary } from '#records/glossary.ts'
import { onceABuild } from './once-a-build.ts'
import { type EasyReadEntry, type GuideEntry, listGuides } from './site-records.ts'

/** What goes with a page of guidance: the guides of a pathway, Easy Read, the glossary. */

/** The guides that name this pathway. */
export async function guidesOfPathway(id: string): Promise<GuideEntry[]> {
  return (await listGuides()).filter(({ data }) => data.pathways.includes(id))
}

/** The guide with this id. @throws Error when there is none, which the content check prevents */
export async function guideOf(id: string): Promise<GuideEntry> {
  const guide = (await listGuides()).find(({ data }) => data.id === id)
  if (guide === undefined) throw new Error(`There is no guide with the id ${id}`)
  return guide
}

/** All Easy Read pages by title. */
export const listEasyRead = onceABuild(async (): Promise<readonly EasyReadEntry[]> => {
  const pages = await getCollection('easy-read')
  return pages.sort((a, b) => byLetters(a.data.title, b.data.title))
})

/** The Easy Read page of a guide, if there is one. */
export async function easyReadOf(guideId: string): Promise<EasyReadEntry | undefined> {
  return (await listEasyRead()).find(({ data }) => data.guide === guideId)
}

/** What words mean, as editors keep it; nothing without a glossary. */
export const readGlossary = onceABuild(async (): Promise<Glossary['terms']> => {
  const [glossary] = await getCollection('glossary')
  return glossary?.data.terms ?? []
})
