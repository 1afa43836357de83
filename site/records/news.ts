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
    title: siteOnly(
      text({ label: 'Title', hint: 'What it is, in a few words. For example “Autumn drop-in”.', max: 100 }),
    ),
    summary: siteOnly(
      text({
        label: 'Summary',
        hint: 'One sentence. For example “A morning to ask navigators anything.”',
        max: 240,
      }),
    ),
    kind: siteOnly(
      choice({
        label: 'Kind',
        hint: 'A consultation asks people what they think, and needs the day on which it closes.',
        from: newsKinds,
      }),
    ),
    starts: siteOnly(date({ label: 'Starts on', hint: 'For news: the day it is about.' })),
    startTime: siteOnly(
      optional(
        time({
          label: 'Starts at',
          hint: 'On the 24-hour clock. For example 09:30. Leave it out if it is all day.',
        }),
      ),
    ),
    ends: siteOnly(
      optional(date({ label: 'Ends on', hint: 'The last day. A consultation needs it: the day it closes.' })),
    ),
    endTime: siteOnly(
      optional(time({ label: 'Ends at', hint: 'For example 12:00. Only with a time at which it starts.' })),
    ),
    place: siteOnly(optional(text({ label: 'Where', hint: 'The address, or “Online”.' }))),
    forWhom: siteOnly(
      optional(text({ label: 'Who it is for', hint: 'For example “Young people from 14 to 25”.' })),
    ),
    cost: siteOnly(
      optional(text({ label: 'Cost', hint: 'For example “Free” or “£3 for each child”.', max: 120 })),
    ),
    howToBook: siteOnly(
      optional(
        text({
          label: 'How to book or take part',
          hint: 'For example “Call 01632 960 014”, or “You do not need to book.”',
          max: 240,
        }),
      ),
    ),
    link: siteOnly(
      optional(
        webAddress({ label: 'Link', hint: 'Where to book, answer or read more, starting with https://' }),
      ),
    ),
    service: siteOnly(
      optional(
        reference({
          label: 'Service',
          hint: 'The service that it belongs to, if there is one. Type the first letters of its name.',
          to: 'services',
          show: 'name',
        }),
      ),
    ),
    example: siteOnly(
      choice({
        label: 'Is it real?',
        hint: 'Choose “Example, made up” for what is only there to show how the site works. It is marked on the page.',
        from: [
          { id: 'real', label: 'Real' },
          { id: 'example', label: 'Example, made up' },
        ],
      }),
    ),
    published: siteOnly(date({ label: 'Published on', hint: 'The day on which people can first read it.' })),
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
