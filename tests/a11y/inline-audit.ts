import { attributeOf, type Element, elementsOf, textOf } from './html-elements.ts'
import { type AuditResult, type ReleasePage, readPage } from './release-pages.ts'

/** Script types that hold data: a browser never runs them. */
const dataTypes = ['application/ld+json', 'application/json', 'speculationrules']

/** Our content security policy knows no exception for inline code, so no page may hold any. */
export function auditInlineCode(pages: readonly ReleasePage[]): AuditResult {
  const faults = pages.flatMap((page) =>
    elementsOf(readPage(page))
      .flatMap(inlineCodeOf)
      .map((message) => ({ page: page.path, message })),
  )
  return { audit: 'no inline code', pages: pages.length, faults }
}

function inlineCodeOf(element: Element): string[] {
  const { tagName, attrs } = element
  const found = attrs.flatMap(({ name, value }) => {
    if (name === 'style') return [`<${tagName}> has a style attribute: ${value}`]
    if (name.startsWith('on')) return [`<${tagName}> has the handler ${name}`]
    return value.trim().toLowerCase().startsWith('javascript:') ? [`<${tagName}> has code in ${name}`] : []
  })
  if (tagName === 'style') found.push('a <style> element')
  if (tagName === 'script' && isInlineProgram(element))
    found.push(`an inline script: ${textOf(element).slice(0, 80)}`)
  return found
}

function isInlineProgram(script: Element): boolean {
  const type = attributeOf(script, 'type') ?? ''
  return attributeOf(script, 'src') === undefined && !dataTypes.includes(type) && textOf(script).trim() !== ''
}
