/** Slips and short forms in the source files, and what they stand for. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bGymnsatics\b/, 'Gymnastics'],
  [/\bPavillion\b/, 'Pavilion'],
  [/\bVally Road\b/, 'Valley Road'],
  [/\bAltriincham\b/, 'Altrincham'],
  [/\bBowden\b/, 'Bowdon'],
  [/\bAshton-On-Mersey\b/, 'Ashton-on-Mersey'],
  [/\bRd\b/, 'Road'],
  [/^Library (?=\d)/, 'Library, '],
  [/ road\b/, ' Road'],
  [/\bLn\b/, 'Lane'],
  [/\bCtr\b/, 'Centre'],
  [/\bCredit Unit\b/, 'Credit Union'],
  [/\bSynchronized\b/, 'Synchronised'],
  [/\bUk\b/, 'UK'],
  [/,(?=\S)/g, ', '],
  [/'/g, '’'],
]

/** The text with slips mended, short forms written out and typographic apostrophes. */
export function wellSpelt(text: string): string {
  return spellings.reduce((mended, [slip, right]) => mended.replace(slip, right), text)
}
