import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statfsSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A place for the helpdesk's files that can be filled up, and given room again. */
export interface SmallDisk {
  /** how it was made, for the table */
  readonly kind: 'tmpfs' | 'pages of the database limited'
  readonly folder: string
  /** Leaves no room. */
  fill(): void
  makeRoom(): void
  remove(): void
}

/** A disk in memory of 24 MB where root may mount one; else the database itself is kept from growing. */
export function createSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return limitPages(folder)
  }
  const unmount = () => execFileSync('umount', ['-l', folder])
  process.once('exit', unmount)
  const filler = join(folder, 'filler')
  return {
    kind: 'tmpfs',
    folder: join(folder, 'var'),
    fill() {
      // Meanwhile the helpdesk may take some of the room itself: then less is left to fill.
      for (let left = statfsSync(folder); left.bavail > 0; left = statfsSync(folder)) {
        try {
          appendFileSync(filler, Buffer.alloc(left.bavail * left.bsize))
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        }
      }
    },
    makeRoom: () => truncateSync(filler, 0),
    remove() {
      process.off('exit', unmount)
      unmount()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * For whoever may not mount: a trigger that fails as SQLite does when there is no room. The error is another, the rest is
 * the same: the write fails, is undone, and may be tried again.
 */
function limitPages(folder: string): SmallDisk {
  const change = (sql: string) => {
    const database = new DatabaseSync(join(folder, 'local-offer.sqlite'), { timeout: 5000 })
    database.exec(sql)
    database.close()
  }
  return {
    kind: 'pages of the database limited',
    folder,
    fill: () =>
      change(
        "create trigger no_room before insert on message begin select raise(rollback, 'database or disk is full'); end",
      ),
    makeRoom: () => change('drop trigger no_room'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
