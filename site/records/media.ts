import type { z } from 'zod'
import { choice, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import type { Piece, Words } from './pieces.ts'
import { webAddress } from './plain-fields.ts'

const playable = ['mp4', 'webm', 'mp3', 'm4a', 'ogg']

/** A file of ours under `/recordings/`, with one of these endings. */
function mediaFile(words: Words, endings: readonly string[]): Piece<z.ZodString> {
  const wants = `${words.label}: write an address such as /recordings/my-film.${endings[0]}, which ends in ${endings.join(', ')}`
  const { schema, widget } = text(words)
  return {
    schema: schema.regex(new RegExp(`^/recordings/[a-z0-9-]+\\.(${endings.join('|')})$`), wants),
    widget,
  }
}

/** Video and audio that a guide carries. Files of our own are under `/recordings/`; others are linked to, never shown inside. */
export const media = listOf(
  {
    label: 'Video and audio',
    singular: 'video or recording',
    hint: 'Each needs its words in full; a video also needs captions.',
  },
  {
    kind: choice({
      label: 'Kind',
      hint: 'Video if there is something to see, audio if people only listen.',
      from: [
        { id: 'video', label: 'Video' },
        { id: 'audio', label: 'Audio' },
      ],
    }),
    title: text({
      label: 'Title',
      hint: 'What people see or hear. For example “The 20 weeks in 3 minutes”.',
      max: 100,
    }),
    file: optional(mediaFile({ label: 'File', hint: 'Such as /recordings/the-20-weeks.mp4' }, playable)),
    captions: optional(
      mediaFile({ label: 'Captions', hint: 'Such as /recordings/the-20-weeks.vtt' }, ['vtt']),
    ),
    signed: optional(
      mediaFile(
        {
          label: 'The same in British Sign Language (BSL)',
          hint: 'Such as /recordings/the-20-weeks-bsl.mp4',
        },
        ['mp4', 'webm'],
      ),
    ),
    described: optional(
      mediaFile(
        {
          label: 'The same with audio description',
          hint: 'A voice also says what is to be seen. Such as /recordings/the-20-weeks-described.mp4',
        },
        ['mp4', 'webm'],
      ),
    ),
    link: optional(
      webAddress({ label: 'Link', hint: 'When it is on another site. People go there if they choose to.' }),
    ),
    captionedThere: optional(
      yesNo({
        label: 'It has captions on that site',
        hint: 'Play it there and look. A video without captions cannot be used.',
      }),
    ),
    transcript: optional(
      paragraph({
        label: 'Transcript',
        hint: 'All that is said, and what a person must see to follow it.',
        max: 8000,
      }),
    ),
  },
)

/** What stands in the way of people who cannot see or hear it. Gives `[field, sentence]` pairs. */
export function mediaContradictions(items: z.output<typeof media.schema>): [string, string][] {
  return items.flatMap((item, index) =>
    wrongIn(item).map(([field, why]): [string, string] => [`media.${index}.${field}`, why]),
  )
}

type Item = z.output<typeof media.schema>[number]

function wrongIn({
  kind,
  title,
  file,
  link,
  captions,
  captionedThere,
  transcript,
}: Item): [string, string][] {
  const found: [string, string][] = []
  if ((file === undefined) === (link === undefined))
    found.push(['file', `“${title}” needs either a file of ours or a link to another site, and not both`])
  if (file !== undefined && isVideo(file) !== (kind === 'video'))
    found.push(['kind', `“${title}” is said to be ${kind}, but its file is ${file}. Correct one of them`])
  if (kind === 'video' && file !== undefined && captions === undefined)
    found.push([
      'captions',
      `the video “${title}” has no captions. Add a file such as /recordings/captions.vtt`,
    ])
  if (kind === 'video' && link !== undefined && captionedThere !== true)
    found.push([
      'captionedThere',
      `the video “${title}” must have captions where it is. Choose another video, or say that it has them`,
    ])
  if (transcript === undefined)
    found.push(['transcript', `“${title}” has no transcript. Write down what is said, and what is seen`])
  return found
}

/** True for the address of a film, false for that of a recording. */
export function isVideo(file: string): boolean {
  return /\.(mp4|webm)$/.test(file)
}
