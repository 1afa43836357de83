import { linksInText } from '#protocol/links-in-text.ts'

/** Typed text, as text: never as markup. Web addresses can be opened, in a new tab so that the talk stays. */
export function MessageText({ text }: { text: string }) {
  return (
    <p class="message__text" dir="auto">
      {linksInText(text).map(({ text: part, href, at }) =>
        href === null ? (
          part
        ) : (
          <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {part}
            <span class="govuk-visually-hidden"> (opens in a new tab)</span>
          </a>
        ),
      )}
    </p>
  )
}
