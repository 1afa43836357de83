/**
 * Loads the page anew when the address changes from the form of one record to that of another, as with a bookmark. Decap would
 * go on showing the first record under the name of the second. To be called once Decap has started, which asks first whether
 * what is not saved may be left.
 */
export function keepFormsApart(): void {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    const left = formIn(oldURL)
    const wanted = formIn(newURL)
    if (left === undefined || wanted === undefined || left === wanted) return
    // Decap puts the address back a moment later when the person rather stays.
    setTimeout(() => {
      if (formIn(window.location.href) !== wanted) return
      // Decap has asked already.
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
      window.location.reload()
    }, 200)
  })
}

/** Of which record an address shows the form. */
export function formIn(address: string): string | undefined {
  return /#\/collections\/([^/?]+\/entries\/[^?]+)/.exec(address)?.[1]
}
