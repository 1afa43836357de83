import type { CoveringService } from './coverage.ts'
import type { Service } from './service.ts'

/** A service as coverage reads it. */
export function coveringService(service: Service): CoveringService {
  return {
    id: service.id,
    name: service.name,
    kind: service.kind,
    categories: service.categories,
    isOpen: service.status === 'open',
    isExample: service.provenance.kind === 'example',
    questions: Object.entries(service.tenQuestions ?? {})
      .filter(([, answer]) => answer !== undefined)
      .map(([question]) => question),
  }
}
