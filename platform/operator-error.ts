/** Something that whoever runs the installation can put right. The message is one sentence for that person. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}
