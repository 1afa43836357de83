import { describe, expect, it } from 'vitest'
import { messageText } from './conversation.ts'
import { deskRequests } from './desk.ts'
import { messageFormSchema, startConversationSchema } from './http.ts'
import { visitorRequests } from './visitor.ts'

const id = '7b0c5a55-6a0f-4b8e-9c59-0d3f9a4f7c11'

function sentencesOf(result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) {
  return result.error?.issues.map((issue) => issue.message) ?? []
}

describe('what a person types', () => {
  it('keeps lines and loses what no screen can show', () => {
    expect(messageText.parse('  hello\r\nyou\u0000\u0007 \ud800 ')).toBe('hello\nyou \ufffd')
  })
  it('says what to do about an empty and about a long message', () => {
    expect(sentencesOf(messageText.safeParse(' \n '))).toEqual(['Write your message first.'])
    expect(sentencesOf(messageText.safeParse('a'.repeat(4001)))).toEqual([
      'Your message is too long. Use 4,000 characters or fewer.',
    ])
  })
  it('takes signs that nobody sees for an empty message, and keeps the ones that join a picture', () => {
    expect(sentencesOf(messageText.safeParse('\u200b\u202e \u2060'))).toEqual(['Write your message first.'])
    expect(messageText.parse('👩\u200d👧')).toBe('👩\u200d👧')
  })
  it('keeps a name on its line, and in its place on the desk', () => {
    const start = (name: string) => startConversationSchema.safeParse({ clientConversationId: id, name })
    expect(start('Kim\n\u202eLee\u202c \u2067x').data?.name).toBe('Kim Lee x')
    expect(start('كيم').data?.name).toBe('كيم')
    expect(sentencesOf(start('\u202e'))).toEqual(['Write your name, or leave it out.'])
  })
  it('takes the longest message, in any script', () => {
    expect(messageText.parse('界'.repeat(4000))).toHaveLength(4000)
  })
})

describe('the message form', () => {
  it('needs only the text', () => {
    const form = { clientConversationId: id, text: 'Hello', name: '', email: ' ', telephone: '' }
    expect(messageFormSchema.parse(form)).toEqual({ clientConversationId: id, text: 'Hello' })
  })
  it('needs a telephone number to ring, and says so together with all else', () => {
    const form = { clientConversationId: id, text: 'Hello', callBack: 'yes', callBackWhen: 'after 4pm' }
    const ring = 'Enter the telephone number that we should ring.'
    expect(sentencesOf(messageFormSchema.safeParse(form))).toEqual([ring])
    expect(sentencesOf(messageFormSchema.safeParse({ ...form, text: ' ' }))).toEqual([
      'Write your message first.',
      ring,
    ])
    const whole = messageFormSchema.parse({ ...form, telephone: '01632 960 001' })
    expect(whole).toMatchObject({ callBack: 'yes', callBackWhen: 'after 4pm', telephone: '01632 960 001' })
  })
  it('says how an email address and a telephone number look', () => {
    const form = { clientConversationId: id, text: 'Hello', email: 'me', telephone: 'later' }
    expect(sentencesOf(messageFormSchema.safeParse(form))).toEqual([
      'Enter an email address in the right form, like name@example.org.',
      'Enter a telephone number, like 01632 960 001. Use numbers and spaces only.',
    ])
  })
})

describe('starting a conversation', () => {
  it('refuses a page of another site', () => {
    for (const pageFrom of ['//evil.example/', 'https://evil.example/', '/\\evil.example']) {
      expect(startConversationSchema.safeParse({ clientConversationId: id, pageFrom }).success).toBe(false)
    }
    expect(
      startConversationSchema.safeParse({ clientConversationId: id, pageFrom: '/services/' }).success,
    ).toBe(true)
  })
})

describe('replies', () => {
  it('are told apart by ok', () => {
    const reply = visitorRequests['message:send'].reply
    expect(reply.parse({ ok: true, seq: 1, sentAt: 2 })).toEqual({ ok: true, seq: 1, sentAt: 2 })
    const refusal = { ok: false, code: 'slow-down', message: 'Please wait 5 seconds.', retryAfterMs: 5000 }
    expect(reply.parse(refusal)).toEqual(refusal)
    expect(reply.safeParse({ ok: true, seq: 1 }).success).toBe(false)
  })
})

describe('the desk', () => {
  it.each(['a\u0000b', '', 'a b', 'a'.repeat(101)])(
    'is asked for no conversation called %j',
    (conversationId) => {
      expect(sentencesOf(deskRequests['conversation:end'].payload.safeParse({ conversationId }))).toEqual([
        'What you chose is not here. Reload the page and try again.',
      ])
    },
  )
})
