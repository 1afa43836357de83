import type { DeskSession } from './desk-session.ts'

/** Links to the other pages that this person may open. Nothing when there are none. */
export function DeskPages({ session }: { session: DeskSession }) {
  const pages = session.pages.value.filter(({ path }) => path !== '/desk/')
  if (pages.length === 0) return null
  return (
    <ul class="desk-nav">
      {pages.map(({ path, label }) => (
        <li key={path}>
          <a href={path}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
