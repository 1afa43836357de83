/** Words as a sentence begins: the first letter is a capital, the others stay. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
