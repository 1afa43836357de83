/**
 * Looks now and whenever Decap has drawn something, at most once a frame.
 * @returns ends it
 */
export function wheneverDrawn(root: HTMLElement, look: () => void): () => void {
  let waiting = 0
  const lookOnce = () => {
    waiting = 0
    look()
  }
  const watcher = new MutationObserver(() => {
    waiting ||= requestAnimationFrame(lookOnce)
  })
  watcher.observe(root, { childList: true, subtree: true, attributeFilter: ['class', 'for'] })
  look()
  return () => {
    watcher.disconnect()
    cancelAnimationFrame(waiting)
  }
}
