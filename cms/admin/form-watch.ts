/** Looks twice a second: Decap tells a control of its own field alone, and some must follow the rest of the form. */
export function everyHalfSecond(look: () => void): () => void {
  const timer = setInterval(look, 500)
  return () => clearInterval(timer)
}
