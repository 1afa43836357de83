/** A page of the site that somebody wants on paper. */
export interface PaperItem {
  path: string
  title: string
}

/** What the desk reads of a request for paper, as if the family had written it. */
export function sayWanted(wanted: {
  items: readonly PaperItem[]
  largePrint: boolean
  easyRead: boolean
  words: string | undefined
}): string {
  const lines = [
    ...(wanted.items.length === 0 ? [] : ['Please post me a copy of:']),
    ...wanted.items.map(({ title }) => `– ${title}`),
    ...(wanted.largePrint ? ['In large print.'] : []),
    ...(wanted.easyRead ? ['In Easy Read, where there is one.'] : []),
    ...(wanted.words === undefined ? [] : ['', wanted.words]),
  ]
  return lines.join('\n').trim()
}

/** What it is called in a list. */
export function sayAbout(items: readonly PaperItem[]): string {
  const [first] = items
  if (first === undefined) return 'Post a copy'
  const title = first.title.slice(0, 150)
  return items.length === 1 ? `Post a copy: ${title}` : `Post ${items.length} pages: ${title} …`
}

/** Where an envelope goes: name, address and postcode, in lines. */
export function envelope(to: { name: string; address: string; postcode: string }): string {
  const lines = to.address.split('\n').map((line) => line.trim())
  const withoutPostcode = lines.filter((line) => line !== '' && squeezed(line) !== squeezed(to.postcode))
  return [to.name, ...withoutPostcode, to.postcode].join('\n')
}

/** Where the site prints a page: guides and pathways have a booklet, all else is printed as it is. */
export function printPath(path: string): string {
  return /^\/(?:guides|pathways)\/[a-z0-9-]+\/$/.test(path) ? `${path}print/` : path
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}
