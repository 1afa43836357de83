import { HelpdeskError } from './errors.ts'

/** There is no such follow-up, or it is not the asker's; which of the two is not told. */
export class FollowUpNotFound extends HelpdeskError {
  override readonly name = 'FollowUpNotFound'
  constructor() {
    super('We cannot find this follow-up. It may have gone with the text of its conversation.')
  }
}

/** The taxonomy has no such term. */
export class TagNotFound extends HelpdeskError {
  override readonly name = 'TagNotFound'
  constructor() {
    super('This tag is not in the list. Choose another.')
  }
}
