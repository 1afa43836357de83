/** Words that show at once, and words that wait behind "Read the rest". */
export interface FoldedText {
  readonly shown: readonly string[]
  readonly folded: readonly string[]
}

/** How many characters of an answer show before the rest folds, and how short a rest is not worth folding. */
const [showsAtMost, notWorthFolding] = [420, 160]

/**
 * Parts a lengthy answer at the end of a line or sentence. A short answer, or one whose rest would be short, stays whole.
 */
export function foldText(lines: readonly string[]): FoldedText {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  if (total <= showsAtMost + notWorthFolding) return { shown: lines, folded: [] }
  const shown: string[] = []
  let room = showsAtMost
  for (const [index, line] of lines.entries()) {
    if (line.length <= room) {
      shown.push(line)
      room -= line.length
      continue
    }
    const end = endOfSentence(line, room)
    const rest = lines.slice(index + 1)
    if (end === 0 && shown.length > 0) return { shown, folded: [line, ...rest] }
    const cut = end === 0 ? line.length : end
    return {
      shown: [...shown, line.slice(0, cut).trim()],
      folded: [line.slice(cut).trim(), ...rest].filter((each) => each !== ''),
    }
  }
  return { shown, folded: [] }
}

/** The place after the last sentence that ends within `room` characters; 0 where none does. */
function endOfSentence(line: string, room: number): number {
  return [...line.slice(0, room).matchAll(/[.!?][”’)]?\s/g)].reduce(
    (_, { index, 0: end }) => index + end.length,
    0,
  )
}
