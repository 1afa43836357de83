import { describe, expect, it } from 'vitest'
import type { News } from '#records/news.ts'
import { calendarOf } from './calendar.ts'
import { newsLists } from './news-lists.ts'
import { londonNow, overAt, whenInWords } from './news-time.ts'

const event: News = {
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b31',
  title: 'Local Offer live, with tea; come',
  summary: 'Meet those who keep this site.',
  kind: 'event',
  starts: '2026-12-05',
  startTime: '10:00',
  endTime: '16:00',
  place: 'Example hall',
  example: 'example',
  published: '2026-11-22',
}
const consultation: News = {
  ...event,
  kind: 'consultation',
  ends: '2027-01-31',
  startTime: undefined,
  endTime: undefined,
}
const holiday: News = { ...event, kind: 'holiday-activity', starts: '2026-12-21', ends: '2026-12-23' }
const news: News = { ...event, kind: 'news', startTime: undefined, endTime: undefined }

describe('when it is', () => {
  it('is said in words', () => {
    expect(whenInWords(event)).toBe('5 December 2026, 10am to 4pm')
    expect(whenInWords({ ...event, endTime: undefined })).toBe('5 December 2026, from 10am')
    expect(whenInWords(holiday)).toBe('21 to 23 December 2026, 10am to 4pm each day')
    expect(whenInWords({ ...holiday, ends: '2027-01-02', startTime: undefined })).toBe(
      '21 December 2026 to 2 January 2027',
    )
    expect(whenInWords(consultation)).toBe('Open from 5 December 2026. Closes on 31 January 2027')
  })
  it('is over after its last minute, or its last day', () => {
    expect(overAt(event)).toBe('2026-12-05T16:00')
    expect(overAt(consultation)).toBe('2027-01-31T23:59')
    expect(overAt(news)).toBe('2027-06-03T23:59')
  })
  it('is London’s time, in summer too', () => {
    expect(londonNow(Date.UTC(2026, 6, 1, 23, 30))).toBe('2026-07-02T00:30')
  })
})

describe('the lists', () => {
  const entries = [event, holiday, news].map((data) => ({ data }))
  it('hold what is to come, news, and what is over', () => {
    const lists = newsLists(entries, '2026-12-05T15:59')
    expect(lists.coming.map(({ data }) => data.kind)).toEqual(['event', 'holiday-activity'])
    expect(lists.news).toHaveLength(1)
    expect(lists.past).toEqual([])
  })
  it('fold an event away as soon as it is over', () => {
    expect(newsLists(entries, '2026-12-05T16:01').past.map(({ data }) => data)).toEqual([event])
  })
})

describe('the calendar', () => {
  const lines = (...items: News[]) =>
    calendarOf(
      'Local Offer',
      items.map((each) => ({ news: each, path: '/news/live/' })),
    ).split('\r\n')
  it('gives hours in UTC and the address that the server replaces', () => {
    expect(lines({ ...event, starts: '2026-07-01' })).toEqual(
      expect.arrayContaining([
        'DTSTART:20260701T090000Z',
        'DTEND:20260701T150000Z',
        'URL;VALUE=URI:http://local-offer.invalid/news/live/',
        'SUMMARY:Local Offer live\\, with tea\\; come',
      ]),
    )
  })
  it('gives whole days, of which the end is the day after', () => {
    expect(lines({ ...holiday, startTime: undefined, endTime: undefined })).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20261224']),
    )
  })
  it('marks the day on which a consultation closes', () => {
    expect(lines(consultation)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20270131',
        'SUMMARY:Closes: Local Offer live\\, with tea\\; come',
      ]),
    )
  })
  it('leaves out news', () => {
    expect(lines(news)).not.toContain('BEGIN:VEVENT')
  })
})
