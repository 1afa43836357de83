import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, optional, text } from './field-kit.ts'
import { date, reference, time, webAddress } from './plain-fields.ts'

/** The kinds of news. */
export const newsKinds = [
  { id: 'event', label: 'Event' },
  { id: 'consultation', label: 'Consultation' },
  { id: 'holiday-activity', label: 'Holiday activity' },
  { id: 'news', label: 'News' },
] as const

/** What is on, what people are asked, and news. */
export const newsRecord = defineRecord({
  name: 'news',
  label: 'News and events',
  labelSingular: 'News or event',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', max: 100 })),
    summary: siteOnly(text({ label: 'Summary', hint: 'One sentence.', max: 240 })),
    kind: siteOnly(choice({ label: 'Kind', from: newsKinds })),
    starts: siteOnly(date({ label: 'Starts on', hint: 'For news: the day it is about.' })),
    startTime: siteOnly(optional(time({ label: 'Starts at' }))),
    ends: siteOnly(
      optional(date({ label: 'Ends on', hint: 'The last day. A consultation needs it: the day it closes.' })),
    ),
    endTime: siteOnly(optional(time({ label: 'Ends at' }))),
    place: siteOnly(optional(text({ label: 'Where', hint: 'The address, or “Online”.' }))),
    forWhom: siteOnly(optional(text({ label: 'Who it is for' }))),
    cost: siteOnly(optional(text({ label: 'Cost', hint: 'For example “Free”.', max: 120 }))),
    howToBook: siteOnly(optional(text({ label: 'How to book or take part', max: 240 }))),
    link: siteOnly(optional(webAddress({ label: 'Link' }))),
    service: siteOnly(optional(reference({ label: 'Service', to: 'services', show: 'name' }))),
    example: siteOnly(
      choice({
        label: 'Is it real?',
        from: [
          { id: 'real', label: 'Real' },
          { id: 'example', label: 'Example, made up' },
        ],
      }),
    ),
    published: siteOnly(date({ label: 'Published on' })),
  },
  body: { label: 'Text', hint: 'What people should know before they come.', required: false },
})

export type News = RecordOf<typeof newsRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function newsContradictions(news: News): [string, string][] {
  const { kind, starts, startTime, ends, endTime, place, published } = news
  const found: [string, string][] = []
  if (ends !== undefined && ends < starts)
    found.push(['ends', `it ends on ${ends}, before it starts on ${starts}. Correct one of them`])
  if (kind === 'consultation' && ends === undefined)
    found.push(['ends', 'a consultation needs the day on which it closes'])
  if (endTime !== undefined && startTime === undefined)
    found.push(['startTime', 'it says when it ends, so say when it starts'])
  if (startTime !== undefined && endTime !== undefined && (ends ?? starts) === starts && endTime <= startTime)
    found.push(['endTime', `it ends at ${endTime}, not after it starts at ${startTime}. Correct one of them`])
  if ((kind === 'event' || kind === 'holiday-activity') && place === undefined)
    found.push(['place', 'say where it is, or “Online”'])
  if (kind !== 'news' && kind !== 'consultation' && (ends ?? starts) < published)
    found.push([
      'published',
      `it was over on ${ends ?? starts}, before it was published. Correct one of them`,
    ])
  return found
}
