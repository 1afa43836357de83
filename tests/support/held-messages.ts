import type { Page } from '@playwright/test'

/**
 * Lets the test hold back what the helpdesk tells a page, from when the page is opened next.
 *
 * @param isMeant which messages are held; all of them when not given
 */
export async function holdMessages(page: Page, isMeant: (message: string) => boolean = () => true) {
  const held: (() => void)[] = []
  let isHolding = false
  await page.routeWebSocket(/\/api\/socket\//, (inPage) => {
    inPage.connectToServer().onMessage((message) => {
      if (isHolding && isMeant(message.toString())) held.push(() => inPage.send(message))
      else inPage.send(message)
    })
  })
  return {
    hold() {
      isHolding = true
    },
    /** Hands on what was held, in order, and holds no more. */
    release() {
      isHolding = false
      for (const send of held.splice(0)) send()
    },
  }
}
