import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultCounts } from './count-faults.ts'
import type { FaultCms } from './fault-cms.ts'
import type { FaultEditor } from './fault-editor.ts'

/** What editors were told, beside what Git holds in the end. */
export function countContent(cms: Pick<FaultCms, 'git'>, editors: readonly FaultEditor[]): FaultCounts {
  const kept = new Set(
    cms
      .git('rev-list', '--objects', '--all')
      .split('\n')
      .map((line) => line.slice(0, 40)),
  )
  const counts = { sent: 0, acknowledged: 0, seen: 0, lost: 0, doubled: 0, misordered: 0 }
  for (const { slug, saved, published, sent } of editors) {
    const here = saved.filter(({ version }) => kept.has(version))
    const shown = publishedChanges(cms, slug)
    const now = Math.max(...shown, draftedChange(cms, slug))
    counts.sent += sent()
    counts.acknowledged += saved.length
    counts.seen += here.length
    counts.lost += saved.length - here.length
    if (now < (saved.at(-1)?.change ?? 0)) counts.lost += 1
    if (Math.max(0, ...shown) < (published.at(-1) ?? 0)) counts.lost += 1
    counts.doubled += shown.length - new Set(shown).size
    counts.misordered += shown.filter((change, index) => change < (shown[index - 1] ?? 0)).length
  }
  return counts
}

/** What is not as it should be after a crash, in words: objects, drafts without a state, half a site. */
export function whatIsUnclear(cms: Pick<FaultCms, 'git' | 'dataDir'>): string[] {
  const refs = (prefix: string) =>
    cms
      .git('for-each-ref', '--format=%(refname)', prefix)
      .split('\n')
      .filter(Boolean)
      .map((ref) => ref.slice(prefix.length))
  const drafts = refs('refs/heads/cms/')
  const states = refs('refs/cms/entries/')
  const published = drafts.filter((draft) => {
    const tip = cms.git('rev-parse', `refs/heads/cms/${draft}`)
    return cms.git('merge-base', 'refs/heads/main', tip) === tip
  })
  return [
    ...cms.git('fsck', '--full', '--strict', '--no-dangling').split('\n').filter(Boolean),
    ...drafts.filter((draft) => !states.includes(draft)).map((draft) => `${draft} has no state`),
    ...states.filter((state) => !drafts.includes(state)).map((state) => `${state} has no draft`),
    ...published.map((draft) => `${draft} is published and a draft too`),
    ...whatIsHalf(join(cms.dataDir, 'releases')),
  ]
}

/** The site that people see, when it is not the whole of one content. */
function whatIsHalf(releases: string): string[] {
  const current = join(releases, readlinkSync(join(releases, 'current')))
  const text = (path: string) => readFileSync(join(current, path), 'utf8')
  const files = readdirSync(current, { recursive: true, encoding: 'utf8' })
  const records: { path: string }[] = JSON.parse(text('records.json'))
  return [
    ...(text('first.txt') === text('last.txt') ? [] : [`${current} is of two contents`]),
    ...records.filter(({ path }) => !files.includes(`${path}.txt`)).map(({ path }) => `${path} is not shown`),
  ]
}

/** The numbers of the changes of a service that the site was given, in that order. */
function publishedChanges(cms: Pick<FaultCms, 'git'>, slug: string): number[] {
  const path = `services/${slug}.md`
  const commits = cms.git('log', '--first-parent', '--reverse', '--format=%H', 'refs/heads/main', '--', path)
  return commits
    .split('\n')
    .filter(Boolean)
    .map((commit) => changeIn(cms.git('show', `${commit}:${path}`)))
}

function draftedChange(cms: Pick<FaultCms, 'git'>, slug: string): number {
  const branch = `refs/heads/cms/services/${slug}`
  if (cms.git('for-each-ref', branch) === '') return 0
  return changeIn(cms.git('show', `${branch}:services/${slug}.md`))
}

function changeIn(text: string): number {
  return Number(/This is change (\d+)/.exec(text)?.[1] ?? 0)
}
