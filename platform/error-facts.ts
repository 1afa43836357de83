import { errorCode } from './error-code.ts'
import { OperatorError } from './operator-error.ts'

/**
 * What of an error may be logged: its kind, its code and where it came from, and so of its causes. Its words only when this
 * program wrote them for whoever runs it: databases put the values of a row into theirs, mail servers the recipient, and Node
 * a whole request.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error }
  return {
    name: error.name,
    ...(error instanceof OperatorError ? { message: error.message } : {}),
    code: errorCode(error),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  }
}

/** The stack begins with the error's words, which may look like a frame themselves. */
function framesOf({ stack = '', message }: Error): string[] {
  const wordsAt = stack.indexOf(message)
  const frames = wordsAt < 0 ? stack : stack.slice(wordsAt + message.length)
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
}

export interface ErrorFacts {
  name: string
  message?: string
  code?: string | undefined
  stack?: string[]
  cause?: ErrorFacts
}
