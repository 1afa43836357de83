import fc from 'fast-check'
import * as model from './model.fixture.ts'
import { names, onOne, onTalk, same, signedIn } from './model-steps.fixture.ts'

/** Answers that come later or after the end, and blocks. Only tests import this. */
export const replyCommands = [
  fc
    .record({ at: fc.nat(4), name: names(), email: fc.boolean() })
    .map(({ at, name, email }) =>
      onOne(at, `${name} answers later${email ? ', by a new address' : ''}`, (known, real, talk) =>
        same(model.answerLater(known, talk, name, email), () =>
          real.replies.answerLater(signedIn(name), talk.id, email ? 'kim@example.org' : undefined),
        ),
      ),
    ),
  onTalk('has answered', (_known, real, talk, name) =>
    same(model.answered(talk, name), () => real.replies.answered(signedIn(name), talk.id)),
  ),
  fc.record({ at: fc.nat(4), name: names(), key: fc.nat(5) }).map(({ at, name, key }) =>
    onOne(at, `${name} goes on after the end with ${key}`, (_known, real, talk) => {
      const clientMessageId = `message-${key}`
      return same(model.goOn(talk, name, clientMessageId), () =>
        real.replies.answerEnded(signedIn(name), talk.id, { clientMessageId, text: clientMessageId }),
      )
    }),
  ),
  onTalk('blocks', (_known, real, talk, name) =>
    same(model.block(talk, name), () => real.replies.block(signedIn(name), talk.id, 'Threats')),
  ),
]
