import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { z } from 'zod'
import { browserArguments, findBrowser } from '../../scripts/find-browser.ts'
import { freePort } from '../support/server-process.ts'

/** What Lighthouse found on one page, looked at as a mobile telephone on a slow network. */
export interface LighthouseFound {
  /** 0 to 100. */
  readonly scores: Readonly<Record<LighthouseCategory, number>>
  /** Everything that crossed the network, as it crossed it. */
  readonly bytes: number
  /** Audits that took points in the categories other than performance: `seo: Document has a meta description`. */
  readonly lost: readonly string[]
}

export const lighthouseCategories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type LighthouseCategory = (typeof lighthouseCategories)[number]

/** Looks at pages with one browser. `close` ends it. */
export interface LighthouseEye {
  look(address: string): Promise<LighthouseFound>
  close(): Promise<void>
}

/** A tab that the browser has put to sleep shows nothing, and Lighthouse says so: that is no fault of the page. */
const tries = 3

/** Starts the browser that Lighthouse drives. */
export async function openLighthouse(): Promise<LighthouseEye> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserArguments(), `--remote-debugging-port=${port}`],
  })
  return {
    async look(address) {
      for (let left = tries; ; left -= 1) {
        const found = await lighthouse(address, {
          port,
          output: 'json',
          logLevel: 'error',
          onlyCategories: [...lighthouseCategories],
        })
        const { runtimeError } = lighthouseResult.parse(found?.lhr)
        if (runtimeError === undefined) return read(measuredResult.parse(found?.lhr))
        if (left === 1) throw new Error(`${address}: ${runtimeError.message}`)
      }
    },
    close: () => browser.close(),
  }
}

const category = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
})

const lighthouseResult = z.object({ runtimeError: z.object({ message: z.string() }).optional() })

const measuredResult = z.object({
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
    seo: category,
  }),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      numericValue: z.number().optional(),
    }),
  ),
})

function read({ categories, audits }: z.output<typeof measuredResult>): LighthouseFound {
  const judged = lighthouseCategories.filter((name) => name !== 'performance')
  const lost = judged.flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${audits[id]?.title ?? id}`),
  )
  const score = (name: LighthouseCategory) => Math.round(categories[name].score * 100)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    bytes: audits['total-byte-weight']?.numericValue ?? 0,
    lost,
  }
}
