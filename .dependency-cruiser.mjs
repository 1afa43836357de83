import { boundaryRules } from './scripts/boundary-rules.ts'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...boundaryRules.map((rule) => ({ severity: 'error', ...rule })),
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Files that import each other in a circle are one file in disguise (types alone may: they are erased).',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'Every import resolves (astro:… modules exist during a build only).',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):' },
    },
    {
      name: 'servers-use-installed-packages',
      severity: 'error',
      comment: 'What runs in production is listed under dependencies.',
      from: { path: '^(chat-server|cms|platform)/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'fixtures-are-for-tests',
      severity: 'error',
      comment: 'What only tests set up does not run in production.',
      from: { path: '^(site|chat-server|cms|platform)/', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: '\\.fixture\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var|\\.astro)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
