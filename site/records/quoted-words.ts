/**
 * The phrases in a text's quotation marks that none of the source's sentences holds, word for word. Line breaks, kinds of
 * quotation mark and a stop at the end make no difference.
 */
export function unsourcedQuotes(text: string, sentences: readonly string[]): string[] {
  const source = sentences.map(plain)
  return [...text.matchAll(/“([^”]+)”/g)]
    .map(([, phrase = '']) => phrase)
    .filter((phrase) => !source.some((sentence) => sentence.includes(plain(phrase).replace(/[.,;:]$/, ''))))
}

function plain(text: string): string {
  return text
    .replace(/[‘’“”"]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
