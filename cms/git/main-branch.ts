/** The branch whose content families see. */
export const mainRef = 'refs/heads/main'

/** The commit that `main` points to: what is published now, or on its way to the site. */
export async function mainOf(repository: RefReader): Promise<string> {
  const main = await repository.refTarget(mainRef)
  if (main === undefined) throw new Error('The content repository has no main branch.')
  return main
}

interface RefReader {
  refTarget(ref: string): Promise<string | undefined>
}
