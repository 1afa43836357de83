/** Our own checks of the source, `node scripts/check-source.ts [folder]`: forbidden patterns, file names, imports of .astro files. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { brokenByAstro } from './astro-imports.ts'
import { type Finding, findForbidden, findOverlong } from './forbidden-patterns.ts'

const checkedNames = /\.(ts|tsx|astro|mjs|js|css|sh|ya?ml)$|^scripts\/[^.]+$|(^|\/)package-lock\.json$/
const packageSchema = z.object({ imports: z.record(z.string(), z.string()).default({}) })

/** What is wrong in the working tree of a repository (committed or not, ignored files and content apart), and what is only long. */
export function checkSource(root: string): { faults: Finding[]; warnings: Finding[] } {
  const faults: Finding[] = []
  const warnings: Finding[] = []
  const { imports } = packageSchema.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  for (const file of listSource(root)) {
    const text = readFileSync(path.join(root, file), 'utf8')
    faults.push(...findForbidden(file, text))
    warnings.push(...findOverlong(file, text))
    if (file.endsWith('.astro')) faults.push(...astroFaults(file, text, imports))
  }
  return { faults, warnings }
}

function listSource(root: string): string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return [...new Set(listing.split('\0'))].filter(
    (file) =>
      checkedNames.test(file) && !file.startsWith('site/content/') && existsSync(path.join(root, file)),
  )
}

function astroFaults(file: string, text: string, aliases: Readonly<Record<string, string>>): Finding[] {
  try {
    return brokenByAstro(file, text, aliases).map(({ specifier, rule }) => ({
      file,
      line: text.slice(0, text.indexOf(specifier)).split('\n').length,
      message: `imports ${specifier}, against the rule ${rule.name}: ${rule.comment}`,
    }))
  } catch (error) {
    return [{ file, line: 1, message: error instanceof Error ? error.message : String(error) }]
  }
}

function print(findings: Finding[], kind: 'fault' | 'warning'): void {
  for (const { file, line, message } of findings) console.log(`${file}:${line}: ${kind}: ${message}`)
}

if (import.meta.main) {
  const { faults, warnings } = checkSource(path.resolve(process.argv[2] ?? '.'))
  print(warnings, 'warning')
  print(faults, 'fault')
  if (faults.length > 0) process.exitCode = 1
}
