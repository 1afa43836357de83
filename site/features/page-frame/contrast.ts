/** Contrast of colours, as WCAG 2.2 measures it. Colours are six hexadecimal digits, `#0b5a5e`. */

/** Text of this contrast and more can be read by most people (success criterion 1.4.3). */
export const enoughContrast = 4.5

/** The contrast of two colours, 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** `share` (0 to 1) of `colour` on `ground`. */
export function mix(colour: string, ground: string, share: number): string {
  const over = channelsOf(ground)
  return hexOf(channelsOf(colour).map((value, index) => value * share + (over[index] ?? 0) * (1 - share)))
}

/** The brand's colours for light and dark pages, all made of the one colour that an area states. */
export function brandPalette(brand: string): BrandPalette {
  return {
    brand,
    tint: mix(brand, '#ffffff', 0.12),
    strong: mix(brand, '#000000', 0.8),
    onDark: nearestReadable(brand, darkGround, '#ffffff'),
    tintOnDark: mix(brand, darkGround, 0.35),
  }
}

/** Says in one sentence why a brand colour cannot be read, with one that can; `undefined` when it can. */
export function brandProblem(brand: string): string | undefined {
  const onWhite = contrastOf(brand, '#ffffff')
  const onTint = contrastOf(brand, brandPalette(brand).tint)
  if (Math.min(onWhite, onTint) >= enoughContrast) return undefined
  const [ground, seen] = onWhite < enoughContrast ? ['white', onWhite] : ['its own tint', onTint]
  return `area.yaml: brandColour: ${brand} has a contrast of ${seen.toFixed(1)} to 1 against ${ground}, and text needs 4.5 to 1. ${readableBrand(brand)} would do.`
}

export interface BrandPalette {
  readonly brand: string
  /** behind brand-coloured text on light pages */
  readonly tint: string
  /** a button under the pointer */
  readonly strong: string
  readonly onDark: string
  readonly tintOnDark: string
}

/** The ground of dark pages. */
const darkGround = '#12181f'

/** The same colour, as much darker as it takes to be read on white and on its tint. */
function readableBrand(brand: string): string {
  const steps = Array.from({ length: 51 }, (_, step) => mix(brand, '#000000', 1 - step / 50))
  const readable = (each: string) =>
    Math.min(contrastOf(each, '#ffffff'), contrastOf(each, brandPalette(each).tint)) >= enoughContrast
  return steps.find(readable) ?? '#000000'
}

function nearestReadable(colour: string, ground: string, towards: string): string {
  const steps = Array.from({ length: 51 }, (_, step) => mix(colour, towards, 1 - step / 50))
  return steps.find((each) => contrastOf(each, ground) >= 7) ?? towards
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
