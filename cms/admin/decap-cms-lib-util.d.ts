declare module 'decap-cms-lib-util' {
  /** Under this key a list carries how it goes on. */
  export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol
}
