/**
 * What becomes of a column that can hold text when the time of a conversation is over, or when its family asks us to
 * forget it. A test compares this list with the tables that there are, so that no column is forgotten: add yours here. Only tests import this.
 *
 * `removed`: emptied or deleted, with the conversation or before. Kept are `id` (random, or an account’s), `choice` (one
 * of a list of the program’s), `date`, `digest` (a hash that opens nothing any more), `staff` (a colleague’s name), `ours`
 * (our own words about no family), `place` (a town or a part of the area), and `concern` (the council’s record of a
 * safeguarding concern, which it keeps by its own schedule).
 */
export type Fate = 'removed' | 'id' | 'choice' | 'date' | 'digest' | 'staff' | 'ours' | 'place' | 'concern'

/** By table and column. */
export const textColumns: Readonly<Record<string, Readonly<Record<string, Fate>>>> = {
  conversation: {
    ...{ id: 'id', reference: 'id', client_conversation_id: 'id', channel: 'choice', state: 'choice' },
    ...{ visitor_name: 'removed', about: 'removed', page_from: 'removed', uses: 'removed' },
    ...{ email: 'removed', telephone: 'removed', call_back_when: 'removed', post_to: 'removed' },
    ...{ navigator_id: 'id', navigator_name: 'staff', offered_to: 'id', preferred_contact: 'choice' },
    ...{ promised_on: 'removed', block_reason: 'removed', blocked_by: 'id', earlier_id: 'removed' },
    ...{ colleagues: 'removed', tags: 'choice' },
  },
  message: {
    ...{ conversation_id: 'id', author: 'choice', author_id: 'id', author_name: 'removed' },
    ...{ client_message_id: 'id', text: 'removed', card: 'removed' },
  },
  capability: { hash: 'removed', conversation_id: 'removed' },
  private_link: { hash: 'removed', conversation_id: 'removed' },
  parting_ticket: { hash: 'removed', conversation_id: 'removed' },
  navigator: { account_id: 'id', name: 'staff', helps_with: 'staff' },
  rating: { conversation_id: 'id', helped: 'choice', ease: 'choice' },
  concern: {
    ...{ id: 'id', client_concern_id: 'id', conversation_id: 'id', about: 'choice', reason: 'concern' },
    ...{ raised_by: 'id', raised_by_name: 'staff', owner_id: 'id', owner_name: 'staff', review_on: 'date' },
    ...{ outcome: 'concern', close_reason: 'concern' },
  },
  concern_told: {
    ...{ id: 'id', concern_id: 'id', whom: 'choice', told_by: 'id', told_by_name: 'staff', note: 'concern' },
  },
  danger_word: { word: 'ours', added_by: 'id' },
  internal_note: {
    ...{ id: 'removed', client_note_id: 'removed', conversation_id: 'removed' },
    ...{ author_id: 'removed', author_name: 'removed', text: 'removed' },
  },
  follow_up: {
    ...{
      id: 'removed',
      conversation_id: 'removed',
      account_id: 'removed',
      due_on: 'removed',
      text: 'removed',
    },
  },
  saved_reply: { id: 'id', owner_id: 'id', title: 'ours', text: 'ours', easy_text: 'ours', changed_by: 'id' },
  gap: {
    ...{ id: 'id', client_gap_id: 'id', conversation_id: 'id', need: 'choice', area: 'place' },
    ...{ words: 'removed', noted_by: 'id' },
  },
  theme: { id: 'id', title: 'ours', made_by: 'id' },
  mark: {
    ...{
      id: 'id',
      client_mark_id: 'id',
      conversation_id: 'id',
      theme_id: 'id',
      words: 'removed',
      marked_by: 'id',
    },
  },
  editor_task: {
    ...{ id: 'id', client_task_id: 'id', kind: 'choice', path: 'ours', words: 'ours', made_by: 'id' },
    ...{ made_by_name: 'staff', done_by: 'id', outcome: 'ours' },
  },
  paper_request: { conversation_id: 'id', items: 'choice', posted_on: 'date', posted_by: 'id' },
  conversation_search: { conversation_id: 'removed', words: 'removed' },
  search_word: { words: 'removed' },
}
