/** The desk with this conversation open, for whoever may read it there. */
export function deskPathOf(conversationId: string): string {
  return `/desk/?${new URLSearchParams({ conversation: conversationId })}`
}
