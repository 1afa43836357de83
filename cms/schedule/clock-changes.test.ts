import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { readTime, timeFields } from '../pages/drafts/typed-steps.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

/** In London the clocks go back on 25 October 2026 and forward on 28 March 2027, both at 1am UTC. */
const [autumn, spring] = ['2026-10-25', '2027-03-28']
const at = (instant: string) => Date.parse(instant)
const typed = (date: string, time: string) => ({ date, time, text: '' })

describe('a time that an editor types', () => {
  const earlier = at('2026-10-01T12:00Z')

  it.each([
    ['before the clocks go back', autumn, '12:59am', '2026-10-24T23:59Z'],
    ['in the hour that comes twice, the first time', autumn, '1am', '2026-10-25T00:00Z'],
    ['late in the hour that comes twice', autumn, '1.59am', '2026-10-25T00:59Z'],
    ['after the clocks went back', autumn, '2am', '2026-10-25T02:00Z'],
    ['before the clocks go forward', spring, '12:59am', '2027-03-28T00:59Z'],
    ['after the clocks went forward', spring, '2am', '2027-03-28T01:00Z'],
    ['in summer', '2027-07-01', '9am', '2027-07-01T08:00Z'],
    ['in winter', '2026-12-01', '9am', '2026-12-01T09:00Z'],
  ])('is meant as London’s clock shows it: %s', (_when, date, time, instant) => {
    const read = readTime(typed(date, time), earlier)
    expect(read).toEqual({ at: at(instant) })
    expect(readTime(typed(...fieldsAt(instant)), earlier)).toEqual(read)
  })

  it('is the second of two when the first has passed', () => {
    const between = at('2026-10-25T01:10Z')
    expect(readTime(typed(autumn, '1:30am'), between)).toEqual({ at: at('2026-10-25T01:30Z') })
    expect(readTime(typed(autumn, '2am'), between)).toEqual({ at: at('2026-10-25T02:00Z') })
  })

  it.each(['1am', '1:30am', '01:59'])('is asked for again when no clock will show it: %s', (time) => {
    expect(readTime(typed(spring, time), earlier)).toEqual({
      problems: [
        {
          field: 'time',
          message:
            'Time: the clocks go forward from 1am to 2am on 28 March 2027, so this time does not come. Choose another.',
        },
      ],
    })
  })
})

it('which of two is meant is said, and only where there are two', () => {
  expect(
    ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:00Z', '2027-03-28T01:00Z'].map((instant) =>
      instantInWords(at(instant)),
    ),
  ).toEqual([
    '25 October 2026, 1:30am (before the clocks go back)',
    '25 October 2026, 1:30am (after the clocks go back)',
    '25 October 2026, 2am',
    '28 March 2027, 2am',
  ])
})

describe('a draft with a time', () => {
  let cms: RunningCms
  const here = '/drafts/services/club/'
  beforeEach(async () => {
    cms = await startCms()
    cms.setTime('2026-10-01T12:00Z')
    await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  })
  afterEach(() => cms.stop())

  async function schedule(date: string, time: string) {
    const seen = /name="seen" value="([^"]+)"/.exec((await cms.get('editor', here)).body)?.[1] ?? ''
    return cms.post('editor', here, { csrf: 'token-of-editor', seen, do: 'schedule', date, time })
  }

  it('is published once in the night with an hour that comes twice, the first time', async () => {
    expect((await schedule(autumn, '1:30am')).statusCode).toBe(303)
    expect((await cms.get('editor', here)).body).toContain(
      'This will be published on 25 October 2026, 1:30am (before the clocks go back).',
    )
    cms.setTime('2026-10-25T00:29:59Z')
    await cms.publishDue()
    expect(cms.published).toEqual([])
    for (const time of ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z']) {
      cms.setTime(time)
      await cms.publishDue()
    }
    expect(cms.published).toHaveLength(1)
    expect(cms.git('log', '-1', '--format=%aI', 'main')).toBe('2026-10-25T00:30:00+00:00')
  })

  it('never waits for the hour that does not come, and is published as the next one begins', async () => {
    const refused = await schedule(spring, '1:30am')
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('so this time does not come. Choose another.')
    expect(refused.body).toContain('value="1:30am"')

    expect((await schedule(spring, '2am')).statusCode).toBe(303)
    expect((await cms.get('editor', here)).body).toContain('This will be published on 28 March 2027, 2am.')
    cms.setTime('2027-03-28T00:59:59Z')
    await cms.publishDue()
    expect(cms.published).toEqual([])
    for (const time of ['2027-03-28T01:00Z', '2027-03-28T02:00Z']) {
      cms.setTime(time)
      await cms.publishDue()
    }
    expect(cms.published).toHaveLength(1)
  })
})

function fieldsAt(instant: string): [string, string] {
  const { date, time } = timeFields(at(instant))
  return [date, time]
}
