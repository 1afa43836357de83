/**
 * Who may import whom, as data. dependency-cruiser reads the rules for .ts and .tsx files (.dependency-cruiser.mjs),
 * scripts/astro-imports.ts for .astro files, which dependency-cruiser does not see.
 */

/** All paths start at the repository's root; a package is `node_modules/<name>/`, a part of Node its bare name (`fs`). */
export type BoundaryRule = {
  name: string
  /** what the rule protects, printed when it is broken */
  comment: string
  /** files whose imports the rule looks at */
  from: Match
  /** imports that break the rule */
  to: Match
}

const tests = '\\.(test|spec|fixture)\\.tsx?$'
const contentParsers = 'node_modules/(js-yaml|satteri|flesch-kincaid|syllable)/'
const contentReaders = '^site/records/(check-[a-z-]+|read-[a-z-]+|reading-age)\\.ts$'

export const boundaryRules: readonly BoundaryRule[] = [
  {
    name: 'records-import-only-zod',
    comment:
      'Records are shared by everybody, the browser too: they import zod and each other, nothing else.',
    from: { path: '^site/records/', pathNot: `${tests}|${contentReaders}` },
    to: { pathNot: '^site/records/|^node_modules/zod/' },
  },
  {
    name: 'content-checks-are-pure',
    comment:
      'Reading and checking content is pure: records, zod, and what takes YAML, Markdown and words apart.',
    from: { path: contentReaders },
    to: { pathNot: `^site/records/|^node_modules/zod/|^${contentParsers}` },
  },
  {
    name: 'protocol-imports-only-zod',
    comment: 'The protocol runs in browsers and on the server: it imports zod and itself, nothing else.',
    from: { path: '^chat-server/protocol/', pathNot: tests },
    to: { pathNot: '^chat-server/protocol/|^node_modules/zod/' },
  },
  {
    name: 'domain-has-no-io',
    comment:
      'The rules of the helpdesk are pure: records and the words of the protocol, no Node, no package but zod.',
    from: { path: '^chat-server/domain/', pathNot: tests },
    to: {
      pathNot: '^chat-server/(domain|protocol)/|^site/records/|^node_modules/zod/|^platform/clock\\.ts$',
    },
  },
  {
    name: 'storage-never-imports-transport',
    comment: 'Storage knows the domain; only the transport knows how people reach it.',
    from: { path: '^chat-server/storage/' },
    to: { path: '^chat-server/transport/' },
  },
  {
    name: 'site-imports-no-server',
    comment: 'The site is static: of the helpdesk it sees the protocol, of the CMS and the platform nothing.',
    from: { path: '^site/' },
    to: { path: '^(chat-server|cms|platform|scripts)/', pathNot: '^chat-server/protocol/' },
  },
  {
    name: 'helpdesk-never-imports-cms',
    comment:
      'Helpdesk and CMS know nothing of each other: what one publishes, the other reads from the release.',
    from: { path: '^chat-server/' },
    to: { path: '^cms/' },
  },
  {
    name: 'cms-never-imports-helpdesk',
    comment:
      'Helpdesk and CMS know nothing of each other: what one publishes, the other reads from the release.',
    from: { path: '^cms/' },
    to: { path: '^chat-server/' },
  },
  {
    name: 'only-the-app-imports-the-editors-protocol',
    comment:
      'The transport of the CMS is how the editor asks. What is done, by plain pages and at night too, is in cms/actions.',
    from: { path: '^cms/', pathNot: `^cms/(transport/|app\\.ts$)|${tests}` },
    to: { path: '^cms/transport/' },
  },
  {
    name: 'only-the-app-imports-plain-pages',
    comment: 'A page shows what the CMS does and sends what is pressed there. What is done knows no page.',
    from: { path: '^cms/', pathNot: `^cms/(pages/|app\\.ts$)|${tests}` },
    to: { path: '^cms/pages/' },
  },
  {
    name: 'servers-see-records-only',
    comment:
      'Of the site, the servers see the records; pages are built, not imported. Scripts use the servers.',
    from: { path: '^(chat-server|cms)/', pathNot: '^cms/admin/' },
    to: { path: '^(site|scripts)/', pathNot: '^site/records/' },
  },
  {
    name: 'editor-sees-records-and-session',
    comment:
      'The CMS page runs in the browser: of the site it takes the records, and the watch over a session and a publication.',
    from: { path: '^cms/admin/' },
    to: { path: '^(site|scripts)/', pathNot: '^site/(records|features/(signed-in|publication))/' },
  },
  {
    name: 'platform-stands-alone',
    comment:
      'Both servers stand on the platform: it knows neither of them, and of the site only the records.',
    from: { path: '^platform/' },
    to: { path: '^(chat-server|cms|site|scripts)/', pathNot: '^site/records/' },
  },
  {
    name: 'product-never-imports-tests',
    comment: 'What runs in production never imports a test or what only tests use.',
    from: { path: '^(site|chat-server|cms|platform)/', pathNot: tests },
    to: { path: `^tests/|${tests}` },
  },
  {
    name: 'nobody-imports-main',
    comment: 'main.ts reads the environment, listens and handles signals: it is started, never imported.',
    from: {},
    to: { path: '(^|/)main\\.ts$' },
  },
]

/** The rules that an import breaks; `to` is the repository path it resolves to (see BoundaryRule). */
export function brokenRules(from: string, to: string): BoundaryRule[] {
  return boundaryRules.filter((rule) => matches(rule.from, from) && matches(rule.to, to))
}

function matches({ path, pathNot }: Match, file: string): boolean {
  return (
    (path === undefined || new RegExp(path).test(file)) &&
    !(pathNot !== undefined && new RegExp(pathNot).test(file))
  )
}

/** regular expressions, as dependency-cruiser writes them */
type Match = { path?: string; pathNot?: string }
