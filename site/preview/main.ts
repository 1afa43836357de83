import { previewOrder } from '#records/page-preview.ts'
import { drawPage } from './draw-page.ts'
import { takePublished } from './preview-content.ts'

/**
 * The program that draws previews. scripts/build-preview.ts bundles it with the site's own pages; the CMS starts it as a
 * process of its own, without its environment, and tells it what to draw. One page is drawn at a time.
 */
let last: Promise<void> = Promise.resolve()

process.on('message', (message) => {
  const order = previewOrder.parse(message)
  last = last.then(async () => {
    if (order.kind === 'content') takePublished(order.files)
    else process.send?.(await drawPage(order))
  })
})

// Whoever asked is gone.
process.on('disconnect', () => process.exit())
