import { Gauge, Histogram, type Registry } from 'prom-client'
import type { HelpdeskMetrics, HelpdeskReadings } from './metrics.ts'

/** Keeps the helpdesk's numbers in a Prometheus registry. Queue and navigators are read when somebody looks. */
export function createPrometheusMetrics(registry: Registry): HelpdeskMetrics {
  const registers = [registry]
  const answers = new Histogram({
    name: 'local_offer_helpdesk_answer_seconds',
    help: 'Time from a socket request to its reply, by request (message:send: stored and acknowledged) and outcome',
    labelNames: ['request', 'outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const waits = new Histogram({
    name: 'local_offer_helpdesk_wait_seconds',
    help: 'How long people had waited when a navigator took them',
    labelNames: ['channel'],
    buckets: [10, 30, 60, 120, 300, 600, 1200, 3600, 14_400, 86_400],
    registers,
  })
  return {
    answered: (request, outcome, ms) => answers.observe({ request, outcome }, ms / 1000),
    taken: (channel, waitedMs) => waits.observe({ channel }, waitedMs / 1000),
    watch: (read) => addGauges(registry, once(read)),
  }
}

function addGauges(registry: Registry, look: () => Promise<HelpdeskReadings | undefined>): void {
  for (const { name, help, label, values } of gauges) {
    new Gauge({
      name: `local_offer_helpdesk_${name}`,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [registry],
      async collect() {
        this.reset()
        const readings = await look()
        for (const [of, value] of Object.entries(values(readings))) {
          if (label === undefined) this.set(value)
          else this.set({ [label]: of }, value)
        }
      },
    })
  }
}

/** What is shown, by label. Numbers that could not be read are not shown as those of before: they would lie. */
const gauges: readonly ShownGauge[] = [
  {
    name: 'connections',
    help: 'Open sockets on this process',
    label: 'side',
    values: (readings) => readings?.connections ?? {},
  },
  {
    name: 'waiting',
    help: 'Conversations in the queue, on all processes',
    label: 'channel',
    values: (readings) => readings?.waiting ?? {},
  },
  {
    name: 'longest_wait_seconds',
    help: 'How long the first in the queue has waited',
    values: (readings) => ({ all: readings ? readings.longestWaitMs / 1000 : Number.NaN }),
  },
  {
    name: 'navigators_available',
    help: 'Navigators who are there and ready, on all processes',
    values: (readings) => ({ all: readings?.navigatorsAvailable ?? Number.NaN }),
  },
  {
    name: 'readable',
    help: '1 while the queue can be read from the database, else 0',
    values: (readings) => ({ all: readings ? 1 : 0 }),
  },
]

/** Reads once for all gauges of one look; undefined when it failed, which `readable` shows. */
function once(read: () => Promise<HelpdeskReadings>): () => Promise<HelpdeskReadings | undefined> {
  let underWay: Promise<HelpdeskReadings | undefined> | undefined
  return () => {
    underWay ??= read()
      .catch(() => undefined)
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }
}

interface ShownGauge {
  name: string
  help: string
  label?: string
  values: (readings: HelpdeskReadings | undefined) => Readonly<Record<string, number>>
}
