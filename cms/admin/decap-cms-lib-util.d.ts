declare module 'decap-cms-lib-util' {
  /** Under this key a list carries how it goes on. */
  export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol
  /** Where Decap keeps in the browser what was typed and not saved. */
  export const localForage: import('./kept-in-browser.ts').BrowserStore
}
