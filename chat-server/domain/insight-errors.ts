import { personalSigns, sayLookAgain } from '#protocol/personal-data.ts'
import { HelpdeskError } from './errors.ts'

/** There is no such task for editors. */
export class TaskNotFound extends HelpdeskError {
  override readonly name = 'TaskNotFound'
  constructor() {
    super('We cannot find this task. Reload the page: somebody may have changed it.')
  }
}

/** A navigator ends what they asked for themselves; the rest is for editors. */
export class TaskNotYours extends HelpdeskError {
  override readonly name = 'TaskNotYours'
  constructor() {
    super('Only editors, officers and leads can say that this task is done.')
  }
}

/** There is no such mark. */
export class MarkNotFound extends HelpdeskError {
  override readonly name = 'MarkNotFound'
  constructor() {
    super('We cannot find this point. Reload the page.')
  }
}

/** There is no such theme, or it is closed. */
export class ThemeNotFound extends HelpdeskError {
  override readonly name = 'ThemeNotFound'
  constructor() {
    super('This theme is not open any more. Reload the page and choose another.')
  }
}

/** A need is none of the taxonomy's. */
export class NeedNotKnown extends HelpdeskError {
  override readonly name = 'NeedNotKnown'
  constructor() {
    super('Choose a need from the list.')
  }
}

/** What a call is about is none of the taxonomy's terms. */
export class TopicNotKnown extends HelpdeskError {
  override readonly name = 'TopicNotKnown'
  constructor() {
    super('Choose what it is about from the list, or leave it out.')
  }
}

/** Words for people who may not read the conversation seem to tell who somebody is. */
export class LooksPersonal extends HelpdeskError {
  override readonly name = 'LooksPersonal'
}

/** Throws `LooksPersonal` when words seem to tell who somebody is, unless whoever wrote them has looked again. */
export function refusePersonal(
  { words, lookedAgain }: { words: string; lookedAgain: boolean },
  names: readonly (string | null)[],
): void {
  const signs = lookedAgain ? [] : personalSigns(words, names)
  if (signs.length > 0) throw new LooksPersonal(sayLookAgain(signs))
}
