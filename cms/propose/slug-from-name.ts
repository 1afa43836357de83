import { reservedServiceSlugs } from '#records/service.ts'

/**
 * The last part of the address of a new service, made from its name: `Ça va? Club` gives `ca-va-club`. Where that stands
 * already, a number follows.
 *
 * @param isTaken whether another service stands there
 */
export function slugFromName(name: string, isTaken: (slug: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
  const slug = shortened(plain.replace(/^-+|-+$/g, '')) || 'service'
  const isFree = (each: string) =>
    !isTaken(each) && !reservedServiceSlugs.some((reserved) => reserved === each)
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? slug : `${slug}-${number}`
    if (isFree(numbered)) return numbered
  }
}

/** Cut between words, so that an address can be read out. */
function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  const lastWord = cut.lastIndexOf('-')
  return cut.slice(0, lastWord > 0 ? lastWord : longest)
}

const longest = 60
