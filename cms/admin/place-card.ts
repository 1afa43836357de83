import { createElement, useRef, useState } from 'react'
import { z } from 'zod'
import type { CmsConnection } from './cms-request.ts'
import type { KeptRows } from './kept-rows.ts'
import { hasPoint, type Look, mapAddress, placeFound, pointInWords, postcodeToFind } from './place-words.ts'
import { problemIdOf, RowCard } from './row-card.ts'
import { type Column, type Row, withField } from './row-columns.ts'
import { RowField } from './row-fields.ts'

/** One place: its address, what its postcode says of the point on the map, and the numbers of the point folded away. */
export function PlaceCard({ place, columns, card, kept, connection }: PlaceCardProps) {
  const { rowKey, id } = card
  const [look, setLook] = useState<Look>('not yet')
  /** The postcode that the point belongs to. A new place has none. */
  const placedBy = useRef(typeof place.postcode === 'string' ? place.postcode : undefined)

  const searches = useRef(0)

  /** Of several searches the last one counts. */
  async function find(): Promise<void> {
    const postcode = postcodeToFind(place, placedBy.current)
    if (postcode === undefined) return
    searches.current += 1
    const mine = searches.current
    setLook('looking')
    try {
      const found = await connection.request('findPostcode', { postcode }, foundPostcode)
      if (mine !== searches.current) return
      const before = placedBy.current
      placedBy.current = postcode
      kept.update(rowKey, (held) => placeFound(held, found, before))
      setLook(found.point ? 'found' : 'unknown')
    } catch (error) {
      if (mine === searches.current) setLook({ failed: error instanceof Error ? error.message : notLookedUp })
    }
  }

  const fieldOf = (column: Column) =>
    createElement(RowField, {
      key: column.name,
      ...{ column, row: place, id, problem: problemIdOf(card, column.name) },
      onChange: (value) => kept.update(rowKey, (held) => withField(held, column.name, value)),
    })
  const [address, point] = [columns.filter(isOfAddress), columns.filter((each) => !isOfAddress(each))]

  return createElement(
    RowCard,
    card,
    address.filter(({ name }) => name !== 'postcode').map(fieldOf),
    createElement(
      'div',
      { className: 'row-field', onBlur: () => void find() },
      address.filter(({ name }) => name === 'postcode').map(fieldOf),
    ),
    createElement('p', { className: 'row-point', role: 'status' }, pointInWords(place, look)),
    hasPoint(place) &&
      createElement(
        'p',
        { className: 'row-point' },
        createElement(
          'a',
          { href: mapAddress(place), target: '_blank', rel: 'noopener noreferrer' },
          'See the point on a map (opens in a new tab)',
        ),
      ),
    createElement(
      'details',
      { className: 'row-point' },
      createElement('summary', null, 'Set the point yourself'),
      createElement('div', { className: 'row-fields' }, point.map(fieldOf)),
    ),
  )
}

function isOfAddress({ name }: Column): boolean {
  return !['latitude', 'longitude', 'uprn'].includes(name)
}

const notLookedUp = 'We could not look up the postcode. Saving finds the place too.'

const foundPostcode = z.object({
  postcode: z.string().nullable(),
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
})

interface PlaceCardProps {
  readonly place: Row
  readonly columns: readonly Column[]
  readonly card: Parameters<typeof RowCard>[0]
  readonly kept: KeptRows
  readonly connection: CmsConnection
}
