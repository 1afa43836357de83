/** Compares two names by the letters of English, for lists that people read. */
export const byLetters = new Intl.Collator('en-GB').compare
