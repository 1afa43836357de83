import type { GuidanceHit } from './search-index.ts'

/** Guides, steps and routes on the same words: what each is stands small above its title. */
export function Guidance({ guides }: { guides: readonly GuidanceHit[] }) {
  if (guides.length === 0) return null
  return (
    <div class="guidance-found">
      <h3>Guides that may help</h3>
      <ul>
        {guides.map(({ href, title, kind }) => (
          <li key={href}>
            <span class="note">{kind}</span>
            <br />
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
