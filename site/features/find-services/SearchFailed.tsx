/** Said when the search's files cannot be fetched: other ways to find services. */
export function SearchFailed() {
  return (
    <div class="notice" role="alert">
      <p class="notice__title">The search does not work right now.</p>
      <p>
        Load the page again, browse <a href="/services/a-to-z/">all services from A to Z</a>, or{' '}
        <a href="/chat/">ask a navigator</a>.
      </p>
    </div>
  )
}
