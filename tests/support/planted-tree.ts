import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A small copy of the project in a temporary folder, in which a test plants what a check must find. */
export type PlantedTree = {
  root: string
  /** runs a program of the project's node_modules/.bin there; gives whether it was content, and all it said */
  run(program: string, ...programArguments: string[]): { passed: boolean; output: string }
  remove(): void
}

const repository = path.resolve(import.meta.dirname, '../..')
const configurations = [
  'biome.json',
  'tsconfig.json',
  'knip.jsonc',
  '.dependency-cruiser.mjs',
  'scripts/boundary-rules.ts',
]

/**
 * Makes the tree: the project's own configurations of its checks, and the given files.
 * @param files text by path
 * @param packages names that resolve there: linked from the project, so that their types are real
 */
export function plantTree(
  files: Readonly<Record<string, string>>,
  packages: readonly string[] = [],
): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'local-offer-planted-'))
  for (const file of configurations) cpSync(path.join(repository, file), path.join(root, file))
  write(root, 'package.json', `${JSON.stringify(plantedPackage, null, 2)}\n`)
  write(root, '.gitignore', 'node_modules\n')
  for (const [file, text] of Object.entries(files)) write(root, file, text)
  for (const name of packages) {
    mkdirSync(path.dirname(path.join(root, 'node_modules', name)), { recursive: true })
    symlinkSync(path.join(repository, 'node_modules', name), path.join(root, 'node_modules', name))
  }
  execFileSync('git', ['init', '--quiet', root])
  return {
    root,
    run(program, ...programArguments) {
      const file = path.join(repository, 'node_modules/.bin', program)
      const { status, stdout, stderr } = spawnSync(file, programArguments, { cwd: root, encoding: 'utf8' })
      return { passed: status === 0, output: stdout + stderr }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

const plantedPackage = {
  name: 'planted',
  version: '0.0.0',
  private: true,
  type: 'module',
  imports: {
    '#records/*': './site/records/*',
    '#protocol/*': './chat-server/protocol/*',
    '#platform/*': './platform/*',
  },
}

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
