import { join } from 'node:path'

/** Where the parts of an installation lie in DATA_DIR, and of a backup in its folder. */
export function partsOf(folder: string) {
  return {
    database: join(folder, 'local-offer.sqlite'),
    /** the rows of a PostgreSQL, in backups alone */
    tables: join(folder, 'tables'),
    /** a Git repository, in an installation alone */
    content: join(folder, 'content.git'),
    /** the same as one file, in backups alone */
    contentBundle: join(folder, 'content.bundle'),
    recordings: join(folder, 'recordings'),
    secret: join(folder, 'secret'),
  }
}
