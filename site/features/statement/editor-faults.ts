/**
 * What Decap CMS, the editor of records, is known to get wrong for people who use a keyboard, a screen reader or a large
 * zoom, and that cannot be mended from outside. The accessibility statement prints this list, and
 * tests/e2e/cms-accessibility.spec.ts holds it against the editor: a new fault and one that is gone both fail it.
 */
export const editorFaults: readonly EditorFault[] = [
  {
    name: 'menus of longer text',
    criterion: '4.1.2',
    words:
      'In the box for longer text, the button for headings is a button inside another button. A screen reader may say it twice, and the Tab key stops there twice.',
    wayRound:
      'Use the switch “With Markdown marks” above the box and write there: a heading is a line that starts with ##.',
    foundByAxe: {
      rule: 'nested-interactive',
      part: '-ToolbarDropdownWrapper',
      screens: [
        'form of a service',
        'form beside its preview',
        'form of a service with mistakes',
        'notice of a save',
        'menu of the status',
        'form of a new service',
      ],
    },
  },
  {
    name: 'board of drafts',
    criterion: '2.1.1 and 2.5.7',
    words: 'On the board of drafts, a draft goes to another column only by dragging it, with a mouse.',
    wayRound: 'Open the draft and choose its status at the top, or use its plain page at “/drafts/”.',
  },
  {
    name: 'order of a list',
    criterion: '2.1.1 and 2.5.7',
    words:
      'The lines of a list, such as costs, change places only by dragging. A screen reader says that the space bar picks a line up; it does not.',
    wayRound: 'Remove a line and add it again: a new line comes last.',
  },
  {
    name: 'change of screen',
    criterion: '2.4.3',
    words:
      'When you open another screen, a screen reader is not told, and the keyboard starts again at the top.',
    wayRound: 'The title of the window says which screen it is. The plain pages load like any other page.',
  },
  {
    name: 'notices that go away',
    criterion: '2.2.1',
    words: 'Notices in the corner, such as “Saved”, go away after four to eight seconds.',
    wayRound:
      'Beside the way back, the form says whether all is saved. Why something was refused stays on the page until it is mended. The plain pages keep all that they say.',
  },
]

/** One thing that Decap gets wrong. */
export interface EditorFault {
  /** short, for tests */
  readonly name: string
  /** the success criterion of WCAG 2.2 that is not met */
  readonly criterion: string
  /** what is wrong, and for whom */
  readonly words: string
  /** how one gets there all the same */
  readonly wayRound: string
  /** left out when only a person with a keyboard finds it */
  readonly foundByAxe?: {
    readonly rule: string
    /** what the class of each faulty part, or of what it is in, holds */
    readonly part: string
    /** the screens of the test on which it is */
    readonly screens: readonly string[]
  }
}
