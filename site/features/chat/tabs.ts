/** Tells the other tabs of this browser, and hears from them. */
export type Tabs = {
  tell: (news: 'started' | 'forgotten') => void
  listen: (handle: (news: unknown) => void) => void
}

/** The tabs over a channel of the browser. */
export function openTabs(channel: BroadcastChannel): Tabs {
  return {
    tell: (news) => channel.postMessage(news),
    listen: (handle) =>
      channel.addEventListener('message', (event: MessageEvent<unknown>) => handle(event.data)),
  }
}
