import { storedIdSchema } from '#protocol/conversation.ts'
import { isReference } from '../domain/reference.ts'

/** The id in an address or a form; one that nothing has when what came cannot be an id. */
export function idIn(text: string | undefined): string {
  return storedIdSchema.catch('unknown').parse(text)
}

/** The reference number in an address; undefined when what came cannot be one. */
export function referenceIn(text: string | undefined): string | undefined {
  return text !== undefined && isReference(text) ? text : undefined
}
