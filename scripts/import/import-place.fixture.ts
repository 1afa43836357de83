import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkContent } from '#records/check-content.ts'
import { readContentFolder } from './content-folder.ts'
import { type ImportOrder, runImport } from './run-import.ts'

/** A content folder of its own for one test, with routes and no services yet. */
export function makeImportPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-import-'))
  const into = join(folder, 'content')
  for (const part of ['area.yaml', 'routes'])
    cpSync(join(demonstration, part), join(into, part), { recursive: true })
  return {
    folder,
    into,
    /** Runs an import that writes, from a source called “Example feed”. */
    run: (order: Partial<ImportOrder> & Pick<ImportOrder, 'from'>) =>
      runImport({
        ...{ kind: 'open-referral', into, dataDir: join(folder, 'var'), write: true, today: '2026-11-22' },
        ...{ source: 'Example feed', ...order },
      }),
    content: () => readContentFolder(into),
    /** What the content check finds wrong with services, providers and ids. Links of routes may lead to pages left out. */
    problems: () =>
      checkContent(readContentFolder(into).files).filter(
        ({ file, field }) => /^(services|providers)\//.test(file) || field === 'id',
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type ImportPlace = ReturnType<typeof makeImportPlace>

const demonstration = join(import.meta.dirname, '../../site/content')
