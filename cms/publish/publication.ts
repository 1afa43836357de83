/** How the last publication went, as the CMS shows it. Times in ms UTC. */
export type Publication =
  | { readonly state: 'none' }
  | { readonly state: 'building'; readonly commit: string; readonly since: number }
  | { readonly state: 'published'; readonly commit: string; readonly at: number }
  | { readonly state: 'failed'; readonly commit: string; readonly at: number; readonly reason: string }
