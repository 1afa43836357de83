/** The host of a web address as people know it, without `www.`: `https://www.example.org/a` → `example.org`. */
export function hostOf(webAddress: string): string {
  return new URL(webAddress).hostname.replace(/^www\./, '')
}
