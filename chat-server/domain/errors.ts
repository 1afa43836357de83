/** A rule of the helpdesk that a request would break. The message can be shown to the person who asked. */
export abstract class HelpdeskError extends Error {
  abstract override readonly name: string
}

/** There is no such conversation, or the asker has no part in it; which of the two is not told. */
export class ConversationNotFound extends HelpdeskError {
  override readonly name = 'ConversationNotFound'
  constructor() {
    super('We cannot find this conversation.')
  }
}

export class ConversationEnded extends HelpdeskError {
  override readonly name = 'ConversationEnded'
  constructor() {
    super('This conversation has ended. Start a new one to write to us.')
  }
}

/** Something that can be done only once the conversation has ended. */
export class ConversationGoesOn extends HelpdeskError {
  override readonly name = 'ConversationGoesOn'
  constructor() {
    super('The chat has not ended yet. Tell us how it was when it has.')
  }
}

/** Nothing is left of what somebody looks for that a search could find. */
export class WordTooShort extends HelpdeskError {
  override readonly name = 'WordTooShort'
  constructor() {
    super('Write a word of two letters or more.')
  }
}

/** There is no address to write to. */
export class NoAddressLeft extends HelpdeskError {
  override readonly name = 'NoAddressLeft'
  constructor() {
    super('Enter the email address that we should write to.')
  }
}

/** Another navigator has the conversation. */
export class AlreadyTaken extends HelpdeskError {
  override readonly name = 'AlreadyTaken'
  constructor() {
    super('Another navigator has taken this conversation.')
  }
}

/** Nobody has taken the conversation, so nobody can act as its navigator. */
export class NotYetTaken extends HelpdeskError {
  override readonly name = 'NotYetTaken'
  constructor() {
    super('Take this conversation first.')
  }
}

/** The conversation is not, or no longer, offered to who would take it over. */
export class OfferOver extends HelpdeskError {
  override readonly name = 'OfferOver'
  constructor() {
    super('This conversation is not offered to you any more. It stays with the navigator who has it.')
  }
}

/** The colleague is not, or no longer, asked to join the conversation. */
export class InvitationOver extends HelpdeskError {
  override readonly name = 'InvitationOver'
  constructor() {
    super('You are not asked to join this conversation any more.')
  }
}

/** The text of a conversation was removed because its time was over, or on somebody's wish. */
export class TextRemoved extends HelpdeskError {
  override readonly name = 'TextRemoved'
  constructor() {
    super('The text of this conversation has been removed, so nothing can be added to it.')
  }
}

/** Who should take a conversation over is not at the desk, or has it already. */
export class ColleagueNotThere extends HelpdeskError {
  override readonly name = 'ColleagueNotThere'
  constructor() {
    super('This colleague is not at the desk now. Choose somebody else.')
  }
}

/** The id that should mark one message was used for another person's message. */
export class MessageIdInUse extends HelpdeskError {
  override readonly name = 'MessageIdInUse'
  constructor() {
    super('This message cannot be stored under the id it came with. Write it again.')
  }
}

/** A card leads to nothing that the published site has. */
export class CardNotFound extends HelpdeskError {
  override readonly name = 'CardNotFound'
  constructor(options?: ErrorOptions) {
    super(
      'The page on this card is not on the site now. Remove this message and write it without the card.',
      options,
    )
  }
}

/** The person is not signed in, or not as a navigator. */
export class NotANavigator extends HelpdeskError {
  override readonly name = 'NotANavigator'
  constructor() {
    super('Sign in as a navigator to use the desk.')
  }
}

/** The conversation is held because of a safeguarding concern. */
export class ConversationHeld extends HelpdeskError {
  override readonly name = 'ConversationHeld'
  constructor() {
    super('This conversation is held because of a concern. Ask the lead.')
  }
}

/** There is no such concern, or the asker has no part in it; which of the two is not told. */
export class ConcernNotFound extends HelpdeskError {
  override readonly name = 'ConcernNotFound'
  constructor() {
    super('We cannot find this concern.')
  }
}

/** Only a lead may do this. */
export class NotTheLead extends HelpdeskError {
  override readonly name = 'NotTheLead'
  constructor() {
    super('Only a lead can do this. Ask the lead.')
  }
}

export class ConcernClosed extends HelpdeskError {
  override readonly name = 'ConcernClosed'
  constructor() {
    super('This concern is closed. Raise a new one if there is more to say.')
  }
}

/** A hold ends after the last concern that needs it. */
export class ConcernStillOpen extends HelpdeskError {
  override readonly name = 'ConcernStillOpen'
  constructor() {
    super('A concern about this conversation is still open. Close it first.')
  }
}

/** There is no such saved reply, or it is somebody else's own. */
export class SavedReplyNotFound extends HelpdeskError {
  override readonly name = 'SavedReplyNotFound'
  constructor() {
    super('We cannot find this saved reply. Somebody may have removed it.')
  }
}

/** Somebody else changed a saved reply while it was being changed here. */
export class SavedReplyChanged extends HelpdeskError {
  override readonly name = 'SavedReplyChanged'
  constructor() {
    super(
      'Somebody else has changed or removed this reply meanwhile. What you wrote is still here: look at the list before you save it.',
    )
  }
}

/** An answer can only follow somebody who left an address for it. */
export class NoWayToAnswer extends HelpdeskError {
  override readonly name = 'NoWayToAnswer'
  constructor() {
    super('There is no email address to tell them by. Enter the one that they told you.')
  }
}

/** After the end only an email can tell that there is something new. */
export class NobodyToTell extends HelpdeskError {
  override readonly name = 'NobodyToTell'
  constructor() {
    super('This conversation has ended and has no email address, so nobody would hear of your answer.')
  }
}

/** No day can be promised: no opening is known. */
export class NoDayToPromise extends HelpdeskError {
  override readonly name = 'NoDayToPromise'
  constructor() {
    super(
      'We know of no day on which we are open, so nothing can be promised. Ask a lead to check the opening hours.',
    )
  }
}

/** Whoever wrote it is blocked. */
export class ConversationBlocked extends HelpdeskError {
  override readonly name = 'ConversationBlocked'
  constructor() {
    super('Whoever wrote this is blocked. A lead can lift the block.')
  }
}

/** While somebody may be at risk only a lead decides to stop talking. */
export class ConcernNeedsLead extends HelpdeskError {
  override readonly name = 'ConcernNeedsLead'
  constructor() {
    super(
      'A concern about this conversation is open. Only a lead may block now: they decide who stays in touch.',
    )
  }
}

/** For a while this device begins nothing. The message is for whoever was blocked. */
export class DevicePaused extends HelpdeskError {
  override readonly name = 'DevicePaused'
}
