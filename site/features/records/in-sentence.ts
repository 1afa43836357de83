/** A name or role inside a sentence: `The duty nurse` → `the duty nurse`. Other words keep their capitals. */
export function inSentence(name: string): string {
  return name.replace(/^(The|Your|Our|A|An) /, (article) => article.toLowerCase())
}
