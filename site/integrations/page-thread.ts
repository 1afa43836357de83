import { parentPort, workerData } from 'node:worker_threads'
import type { RouteData } from 'astro'
import { readSearchedPage, type SearchedPage } from './searched-page.ts'

/** What the thread is told when it begins. */
export interface PageThreadData {
  /** The address of the program that draws pages, which Astro has just made. */
  readonly program: string
  /** The styles of each kind of page, as Astro keeps them. */
  readonly pages: ReadonlyMap<string, { readonly styles: unknown }>
}

/** A page that the thread is to draw. */
export interface AskedPage {
  readonly number: number
  readonly url: string
  readonly route: string
  readonly component: string
}

/** An asked page; without `html` when the thread could not draw it. */
export interface DrawnPage {
  readonly number: number
  readonly html?: Uint8Array<ArrayBuffer>
  /** What the search needs of it. */
  readonly found?: SearchedPage | undefined
}

/** What is used of Astro’s program for pages. */
interface PageApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] }
  setInternals(internals: { pagesByKeys: PageThreadData['pages'] }): void
  setOptions(options: object): void
  render(request: Request, options: { routeData: RouteData }): Promise<Response>
}

const { program, pages }: PageThreadData = workerData
const { app }: { app: PageApp } = await import(program)
app.setInternals({ pagesByKeys: pages })
// What is wrong with a page is said where it is drawn again.
app.setOptions({
  settings: { scripts: [] },
  logger: { options: { destination: { write: () => undefined } } },
})

parentPort?.on('message', async (asked: AskedPage) => {
  const drawn = await draw(asked).catch((): DrawnPage => ({ number: asked.number }))
  parentPort?.postMessage(drawn, drawn.html === undefined ? [] : [drawn.html.buffer])
})
parentPort?.postMessage('ready')

async function draw({ number, url, route, component }: AskedPage): Promise<DrawnPage> {
  const found = app.manifest.routes.find(
    ({ routeData }) => routeData.route === route && routeData.component === component,
  )
  if (found === undefined) return { number }
  const response = await app.render(new Request(url), { routeData: found.routeData })
  if (response.status !== 200) return { number }
  const html = new Uint8Array(await response.arrayBuffer())
  return { number, html, found: readSearchedPage(new TextDecoder().decode(html)) }
}
