import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { areaRecord } from '#records/area.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { brandPalette } from '../features/page-frame/contrast.ts'

const styleId = 'virtual:brand.css'
const resolvedId = `\0${styleId}`

/**
 * Gives pages the stylesheet `virtual:brand.css`: the area's brand colour as custom properties. A colour that people
 * could not read is refused by the content check before this is asked.
 */
export function brandStylesheet(contentDir: string): AstroIntegration {
  return {
    name: 'brand-stylesheet',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'brand-stylesheet',
                resolveId: (id: string) => (id === styleId ? resolvedId : undefined),
                load: (id: string) => (id === resolvedId ? brandStyles(readBrand(contentDir)) : undefined),
              },
            ],
          },
        })
      },
    },
  }
}

/** The custom properties for one brand colour, light and dark. */
export function brandStyles(brandColour: string): string {
  const { brand, tint, strong, onDark, tintOnDark } = brandPalette(brandColour.toLowerCase())
  return [
    `:root{--brand:${brand};--brand-strong:${strong};--brand-tint:${tint};--brand-text:${brand}}`,
    `@media (prefers-color-scheme:dark){:root{--brand-tint:${tintOnDark};--brand-text:${onDark}}}`,
  ].join('\n')
}

function readBrand(contentDir: string): string {
  const text = readFileSync(join(contentDir, 'area.yaml'), 'utf8')
  return areaRecord.schema.parse(parseRecordFile({ path: 'area.yaml', text })?.data).brandColour
}
