/** The part of Pagefind's browser module that is used here. */
export interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>
  init(): Promise<void>
  search(words: string | null): Promise<{ results: PagefindResult[] }>
}

/** A page that Pagefind found. Its text is fetched only when `data` is called. */
export interface PagefindResult {
  readonly id: string
  readonly score: number
  data(): Promise<PagefindPage>
}

export interface PagefindPage {
  readonly url: string
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
}

/** Opens the index that the build made, at `address` (`/pagefind/pagefind.js`). @throws when it cannot be fetched */
export async function openPagefind(address: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  // Without a worker: then only the pages with a search need 'wasm-unsafe-eval', not the worker's script too.
  await pagefind.options({ noWorker: true, excerptLength: 22 })
  await pagefind.init()
  return pagefind
}
