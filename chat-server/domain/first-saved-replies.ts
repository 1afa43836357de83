/** The team's replies in a new installation, each with its Easy Read twin; leads change them and take them out. */
export const firstSavedReplies: readonly FirstReply[] = [
  {
    id: 'first-hello',
    title: 'Hello, I am here',
    text: 'Hello {name}, I am {my name}, a navigator at {council}. I am a person, not a computer. I am reading what you wrote and will answer in a few minutes.',
    easyText:
      'Hello {name}. I am {my name}. I am a person. I am reading your message now. Please wait a few minutes.',
  },
  {
    id: 'first-more-time',
    title: 'I need a moment to look this up',
    text: 'I want to give you the right answer, so I am looking this up. It takes me a few minutes. You can leave this page open and do something else.',
    easyText: 'I am looking for the right answer. Please wait a few minutes. You can leave this page open.',
  },
  {
    id: 'first-tell-me-more',
    title: 'Please tell me a little more',
    text: 'Thank you for telling me. So that I look for the right help: how old is your child, and roughly where do you live? A town or the first half of your postcode is enough. You need not tell me names.',
    easyText:
      'Thank you. I have 2 questions.\nHow old is your child?\nWhich town do you live in?\nYou do not need to tell me names.',
  },
  {
    id: 'first-that-is-hard',
    title: 'That sounds hard',
    text: 'That sounds hard, and it was right to ask. Let us take it one step at a time. What worries you most today?',
    easyText: 'That sounds hard. It is good that you asked. What worries you most today?',
  },
  {
    id: 'first-answer-later',
    title: 'May I answer later by email?',
    text: 'I need more time to find this out for you. May I answer later? Please leave your email address on this page, under “No need to wait here”. I answer by the end of {answer day}. The answer itself is not in the email: a private link opens it.',
    easyText:
      'I need more time. Can I answer later?\nPlease leave your email address on this page.\nI will answer by the end of {answer day}.\nThe email has a link. The link opens my answer.',
  },
  {
    id: 'first-closing-soon',
    title: 'We close soon',
    text: 'We close at {closing time} today. What you write stays here, and we go on when we are back. If you need to talk to somebody, call us on {telephone} in our opening hours.',
    easyText:
      'We close at {closing time} today. Your messages are safe. We will go on talking when we are back.',
  },
  {
    id: 'first-urgent',
    title: 'If somebody is in danger',
    text: 'If somebody is in danger now, please call 999. If you are deaf or cannot speak, you can text 999 after you have registered your phone, or use the 999 BSL app. I am staying here with you.',
    easyText: 'If someone is in danger, call 999 now. I am still here.',
  },
  {
    id: 'first-is-it-what-you-need',
    title: 'Is this what you need?',
    text: 'Is this what you need? If not, please tell me what is different for you, and I look again.',
    easyText: 'Does this help you? You can say yes or no. If no, I will look again.',
  },
  {
    id: 'first-goodbye',
    title: 'Goodbye, and how to come back',
    text: 'Thank you for talking to me, {name}. You can write to us again at any time, or call us on {telephone}. Your reference number is {reference}: tell us the number, and you need not start from the beginning.',
    easyText:
      'Thank you for talking to me. You can write to us again. You can call us on {telephone}. Your number is {reference}. Tell us this number when you come back.',
  },
]

interface FirstReply {
  /** the same in every installation, so that one that was taken out does not come back */
  id: string
  title: string
  text: string
  easyText: string
}
