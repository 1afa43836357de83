import path from 'node:path'
import { parse } from '@astrojs/compiler-rs'
import { z } from 'zod'
import { type BoundaryRule, brokenRules } from './boundary-rules.ts'

/**
 * Every module that an .astro file imports, in its frontmatter, its expressions and its scripts, as it is written.
 * @throws {Error} when the compiler cannot read the file
 */
export function importsOfAstro(text: string): string[] {
  const { ast, diagnostics } = parse(text)
  const broken = diagnostics.find((diagnostic) => diagnostic.severity === 'error')
  if (broken) throw new Error(`cannot be read: ${broken.text}`)
  const found = new Set<string>()
  collectSources(ast, found)
  return [...found]
}

/**
 * The repository path of an import (see BoundaryRule): a relative path, an alias of package.json, a part of Node or a package.
 * @param aliases the "imports" of package.json, each with one `*`
 */
export function resolveImport(
  from: string,
  specifier: string,
  aliases: Readonly<Record<string, string>>,
): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  if (specifier.startsWith('/')) return specifier.slice(1)
  for (const [alias, target] of Object.entries(aliases)) {
    const start = alias.slice(0, alias.indexOf('*'))
    if (specifier.startsWith(start)) {
      return path.posix.normalize(target.replace('*', specifier.slice(start.length)))
    }
  }
  if (specifier.startsWith('node:')) return specifier.slice('node:'.length)
  if (/^\w+:/.test(specifier)) return specifier
  return `node_modules/${specifier}/`
}

/** The boundary rules that one .astro file breaks, each with the import that breaks it. */
export function brokenByAstro(
  file: string,
  text: string,
  aliases: Readonly<Record<string, string>>,
): { specifier: string; rule: BoundaryRule }[] {
  return importsOfAstro(text).flatMap((specifier) =>
    brokenRules(file, resolveImport(file, specifier, aliases)).map((rule) => ({ specifier, rule })),
  )
}

const withSource = z.looseObject({
  type: z.enum(['ImportDeclaration', 'ImportExpression', 'ExportAllDeclaration', 'ExportNamedDeclaration']),
  source: z.looseObject({ value: z.string() }),
})

/** Walks the syntax tree; a template literal in `import(…)` names no module and is left alone. */
function collectSources(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collectSources(child, found)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const importing = withSource.safeParse(node)
  if (importing.success) found.add(importing.data.source.value)
  for (const child of Object.values(node)) collectSources(child, found)
}
