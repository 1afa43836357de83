/** Says what a shared link asks for that this site does not know. Everything else in the link works. */
export function UnknownInLink({ unknown }: { unknown: readonly string[] }) {
  if (unknown.length === 0) return null
  return (
    <div class="notice">
      <p>
        We left out a part of this link that we do not know:{' '}
        {unknown.map((each) => `“${each.slice(0, 60)}”`).join(', ')}.
      </p>
    </div>
  )
}
