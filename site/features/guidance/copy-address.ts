/**
 * The form that asks for a copy by post. `page` is the guide or pathway, `easyRead` its Easy Read version where there is
 * one; `prefers` is what the reader looks at.
 */
export function copyAddress(
  page: string,
  easyRead?: string,
  prefers: 'usual' | 'easy-read' = 'usual',
): string {
  const asked = new URLSearchParams({ page })
  if (easyRead !== undefined) asked.set('easy', easyRead)
  if (prefers === 'easy-read') asked.set('format', 'easy-read')
  return `/post-me-a-copy/?${asked}`
}
