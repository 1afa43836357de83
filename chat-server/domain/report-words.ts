import type { TableWords } from './report-table.ts'

const contacts = 'Contacts'

/** What each table of a report is called, and what it counts. */
export const reportWords = {
  channels: {
    ...{ id: 'channels', title: 'How families came to us', rowsAre: 'Channel', counted: contacts },
    means: 'Every conversation that began in these days counts once, under the way it came in.',
  },
  hours: {
    ...{ id: 'hours', title: 'When they came', rowsAre: 'Hour', counted: contacts },
    means: 'The hour and the day on which each conversation began, by the clock in London.',
  },
  outcomes: {
    ...{ id: 'outcomes', title: 'Resolved at first contact', rowsAre: 'How it stands', counted: contacts },
    means:
      'Resolved at first contact means: it has ended, one navigator alone dealt with it, and nothing more came of it. It was not opened again, nobody asked to be rung or noted a follow-up, nobody raised a concern, its writer was not blocked, and the family named no later conversation as its sequel.',
  },
  times: {
    ...{ id: 'times', title: 'How long families waited', rowsAre: 'What they waited for', counted: 'Time' },
    means:
      'Nights and days when we are closed count too. A chat that became a message is not counted, unless a navigator had taken it. A time is told where 10 or more families stand behind it.',
  },
  chats: {
    ...{ id: 'chats', title: 'Chats: taken and missed', rowsAre: 'What became of it', counted: 'Chats' },
    means: 'Every conversation that came in as a chat.',
  },
  messages: {
    ...{
      id: 'messages',
      title: 'Messages: in time and late',
      rowsAre: 'What became of it',
      counted: 'Messages',
    },
    means:
      'Every conversation that came in as a message. The promised day is counted from the day it came in, with the opening hours that hold now.',
  },
  rated: {
    ...{ id: 'rated', title: 'Who told us how it was', rowsAre: 'At the end', counted: contacts },
    means: 'Families may answer two questions at the end of a conversation.',
  },
  helped: {
    ...{ id: 'helped', title: 'Did it help?', rowsAre: 'Answer', counted: 'Families' },
    means: 'Of those who said how it was.',
  },
  ease: {
    ...{ id: 'ease', title: 'Was it easy to talk to us?', rowsAre: 'Answer', counted: 'Families' },
    means: 'Of those who said how it was.',
  },
  topics: {
    ...{ id: 'topics', title: 'What it was about', rowsAre: 'Tag', counted: contacts },
    means: 'A conversation counts under each of its tags, so the numbers do not add up to all.',
  },
  gapNeeds: {
    ...{ id: 'gaps-by-need', title: 'No service found: by need', rowsAre: 'Need', counted: 'Times noted' },
    means: 'Each time that somebody noted that a family needed a service and none was found.',
  },
  gapAges: {
    ...{ id: 'gaps-by-age', title: 'No service found: by age', rowsAre: 'Age', counted: 'Times noted' },
    means: 'The same, by the age of the child or young person.',
  },
  gapAreas: {
    ...{ id: 'gaps-by-place', title: 'No service found: by place', rowsAre: 'Place', counted: 'Times noted' },
    means: 'The same, by where it was needed. A place that few families named is not called by its name.',
  },
  themes: {
    ...{ id: 'themes', title: 'What several families say', rowsAre: 'Theme', counted: 'Families' },
    means: 'In how many conversations of families somebody marked a point of this theme in these days.',
  },
  blocked: {
    ...{ id: 'blocked', title: 'Blocked', rowsAre: 'What happened', counted: contacts },
    means: 'Conversations of these days whose writer is blocked now.',
  },
} as const satisfies Record<string, TableWords>
