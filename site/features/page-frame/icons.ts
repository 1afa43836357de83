import accessibility from 'lucide-static/icons/accessibility.svg?raw'
import bookmark from 'lucide-static/icons/bookmark.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import help from 'lucide-static/icons/circle-question-mark.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import doorOpen from 'lucide-static/icons/door-open.svg?raw'
import globe from 'lucide-static/icons/globe.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import messageCircle from 'lucide-static/icons/message-circle.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import pound from 'lucide-static/icons/pound-sterling.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'

/** The icons in use, from lucide (ISC). They stand beside words, never instead of them. */
const drawings = {
  accessibility,
  bookmark,
  calendar,
  chevronRight,
  clock,
  doorOpen,
  globe,
  help,
  mail,
  mapPin,
  messageCircle,
  phone,
  pound,
  printer,
  search,
  users,
} as const

export type IconName = keyof typeof drawings

/** The shapes of an icon, 24 units wide and high, each with its SVG element and attributes. */
export function iconShapes(name: IconName): readonly IconShape[] {
  const before = shapes.get(name)
  if (before !== undefined) return before
  const read = readShapes(drawings[name])
  shapes.set(name, read)
  return read
}

/** Each drawing is taken apart once: a long list has hundreds of icons. */
const shapes = new Map<IconName, readonly IconShape[]>()

function readShapes(drawing: string): IconShape[] {
  return [...drawing.matchAll(/<(path|circle|rect|line|polyline|ellipse)\s([^>]*?)\/>/g)].map(
    ([, element = 'path', attributes = '']) => ({
      element,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  )
}

export interface IconShape {
  readonly element: string
  readonly attributes: Readonly<Record<string, string>>
}
