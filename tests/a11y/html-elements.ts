import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element

/** Every element of a page as a browser would read it, in order; the content of templates too. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = []
  collect(parse(html), elements)
  return elements
}

/** The value of an attribute, or undefined where the element has none. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** The text directly inside an element. */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

function collect(node: DefaultTreeAdapterTypes.Node, elements: Element[]): void {
  if ('tagName' in node) elements.push(node)
  if ('content' in node) collect(node.content, elements)
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, elements)
}
