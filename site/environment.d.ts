/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The content folder of this build, absolute; set in astro.config.mjs. */
  readonly CONTENT_DIR: string
}

declare module 'virtual:brand.css'

/** GOV.UK Frontend ships no types; this is the part in use. */
declare module 'govuk-frontend' {
  export class ErrorSummary {
    constructor(root: HTMLElement)
  }
}
