/** An answer that is sent by one press, with its symbol: shapes of an SVG 24 units wide and high. */
export type QuickReply = {
  /** what is shown and sent */
  text: string
  shapes: readonly { element: 'path' | 'circle'; attributes: Readonly<Record<string, string>> }[]
}

const path = (d: string) => ({ element: 'path', attributes: { d } }) as const
const circle = (cx: number, cy: number, r: number) =>
  ({ element: 'circle', attributes: { cx: String(cx), cy: String(cy), r: String(r) } }) as const
const round = circle(12, 12, 10)
const bubble = path('M3 4h18v13h-9l-5 4v-4H3z')

/** Answers for those who do not type well, in the order in which they are shown. The drawings are our own. */
export const quickReplies: readonly QuickReply[] = [
  { text: 'Yes', shapes: [round, path('M7 12.5l3.5 3.5L17 8.5')] },
  { text: 'No', shapes: [round, path('M8 8l8 8M16 8l-8 8')] },
  { text: 'I do not know', shapes: [round, path('M8 15c1.5-1.5 6.5-1.5 8 0M8.5 9.5v.01M15.5 9.5v.01')] },
  {
    text: 'I do not understand',
    shapes: [bubble, path('M9.5 8.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.5M12 14.5v.01')],
  },
  {
    text: 'Please say it in other words',
    shapes: [path('M4 9a8 8 0 0 1 14.5-2M20 15a8 8 0 0 1-14.5 2M19 3v4h-4M5 21v-4h4')],
  },
  { text: 'I need a break', shapes: [round, path('M9.5 8v8M14.5 8v8')] },
  { text: 'I am back', shapes: [path('M3 12h15M13 6l6 6-6 6')] },
  {
    text: 'Thank you',
    shapes: [path('M12 20C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 12 19 15 12 20z')],
  },
]
