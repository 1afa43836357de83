import type { Page } from '@playwright/test'

/** The pages that asked for pictures, as the tile server learns it from each request. */
interface TileRequests {
  readonly referrers: readonly (string | undefined)[]
}

/** Answers for the tile server of the demonstration, so that no test reaches the internet. */
export async function serveTiles(page: Page): Promise<TileRequests> {
  const referrers: (string | undefined)[] = []
  await page.route('https://tile.openstreetmap.org/**', (route, request) => {
    referrers.push(request.headers()['referer'])
    return route.fulfill({ contentType: 'image/svg+xml', body: picture })
  })
  return { referrers }
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#eef2ea" stroke="#c9cfc4"/></svg>'
