import type { Migration } from '#platform/database/migrations.ts'

/** A message may carry a card: a service, guide, pathway, route or search of the site. */
export const addCards: Migration = {
  number: 6,
  name: 'cards',
  async up(db) {
    await db.schema.alterTable('message').addColumn('card', 'text').execute()
  },
}
