/** Something that stops the whole import, in one sentence that says what is wrong and what to do. Nothing is written then. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
}
