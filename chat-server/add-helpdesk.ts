import type { FastifyInstance } from 'fastify'
import type { Config } from '#platform/config.ts'
import { addMetrics } from '#platform/metrics.ts'
import type { Platform } from '#platform/open-platform.ts'
import type { Area } from '#records/area.ts'
import { createHelpdesk } from './app.ts'
import { createLeadAddresses } from './lead-addresses.ts'
import { createPrometheusMetrics } from './prometheus-metrics.ts'
import { createCardFinder } from './site-cards.ts'
import { guardDeskPage } from './transport/desk-page.ts'

/** Adds the helpdesk of an installation to its app, with its numbers, and keeps the desk's pages for staff. */
export async function addHelpdesk(app: FastifyInstance, options: AddHelpdeskOptions): Promise<void> {
  const { platform, config, area, elapsed } = options
  const { accounts, releaseDir } = platform
  await createHelpdesk(app, {
    ...platform,
    ...(elapsed && { elapsed }),
    whoIs: accounts.whoIs,
    leadAddresses: createLeadAddresses(accounts),
    nameOf: accounts.nameOf,
    area,
    findCard: createCardFinder(releaseDir),
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    metrics: createPrometheusMetrics(addMetrics(app)),
  })
  guardDeskPage(app, accounts)
}

export interface AddHelpdeskOptions {
  readonly platform: Platform
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy'>
  /** The area's settings of the current release. */
  readonly area: () => Area
  /** ms since any moment, never jumping; the machine's own unless said. */
  readonly elapsed?: (() => number) | undefined
}
