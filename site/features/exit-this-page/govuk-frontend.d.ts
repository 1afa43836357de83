/** GOV.UK Frontend brings no types; this is what we use of it. */
declare module 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs' {
  export class ExitThisPage {
    /** @throws ElementError when the markup is not what GOV.UK Frontend documents */
    constructor(root: Element)
    /** Called by the button and by Shift pressed three times. */
    exitPage(): void
  }
}
