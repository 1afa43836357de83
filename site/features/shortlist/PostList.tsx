/**
 * Asks for the pages of the list by post. They travel in a form, so that the list stands in no address, history or log.
 * Nothing until the pages are known.
 */
export function PostList({ hrefs }: { hrefs: readonly string[] }) {
  if (hrefs.length === 0) return null
  return (
    <form method="post" action="/post-me-a-copy/services/">
      <input type="hidden" name="services" value={hrefs.join(',')} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        Post me a copy
      </button>
    </form>
  )
}
