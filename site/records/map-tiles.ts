import { z } from 'zod'
import { group, optional, text, wholeNumber } from './field-kit.ts'
import type { Piece, Words } from './pieces.ts'
import { webAddress } from './plain-fields.ts'

/** Where the pictures of the map come from. Without it, the site offers no map. */
export const mapTiles = optional(
  group(
    {
      label: 'Map',
      hint: 'Shown to families who ask for it. Its owner then learns the internet address of their device. Leave it empty for a site without a map.',
    },
    {
      address: tileAddress({
        label: 'Address of the map pictures',
        hint: 'Such as https://tile.openstreetmap.org/{z}/{x}/{y}.png. Read its owner’s rules: a busy site may need a contract.',
      }),
      attribution: text({
        label: 'Whose map it is',
        hint: 'Shown under the map, as its owner asks. For example “© OpenStreetMap contributors”.',
        max: 120,
      }),
      attributionLink: webAddress({
        label: 'Link of the owner',
        hint: 'For example https://www.openstreetmap.org/copyright',
      }),
      maxZoom: wholeNumber({
        label: 'Closest zoom',
        hint: 'How near the pictures go. OpenStreetMap has 19.',
        min: 10,
        max: 22,
      }),
    },
  ),
)

/** The map's settings of an area that has a map. */
export type MapTiles = NonNullable<z.output<typeof mapTiles.schema>>

/** Where an area's map pictures come from, as `https://tile.example.org`, for the content security policy. */
export function mapOriginOf({ mapTiles }: AreaOfMap): string | undefined {
  return mapTiles && new URL(mapTiles.address).origin
}

/** What is read of an area's settings. */
interface AreaOfMap {
  readonly mapTiles?: { readonly address: string } | undefined
}

function tileAddress(words: Words): Piece<z.ZodURL> {
  const wants = `${words.label}: write an address that starts with https:// and has {z}, {x} and {y}, each once`
  const placeholders = (address: string) => (address.match(/\{[^}]*\}?/g) ?? []).sort().join(' ')
  const schema = z
    .url({ protocol: /^https$/, hostname: z.regexes.domain, error: wants })
    .refine((address) => placeholders(address) === '{x} {y} {z}', wants)
  return { schema, widget: { widget: 'string', ...words } }
}
