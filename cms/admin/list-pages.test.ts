import { expect, it } from 'vitest'
import { createListPages } from './list-pages.ts'

const key = Symbol('cursor')
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const cursorOf = (list: object) => Reflect.get(list, key)
const asDecapHasIt = ({ meta }: { meta: object }) => ({
  meta: { get: (name: 'folder' | 'page') => Reflect.get(meta, name) },
})

it('hands out a long list page by page, whole and in order', () => {
  const pages = createListPages<number>(key)
  const first = pages.first('services', numbers(250))
  const second = pages.next(asDecapHasIt(cursorOf(first)))
  const third = pages.next(asDecapHasIt(second.cursor))
  expect([...first, ...second.entries, ...third.entries]).toEqual(numbers(250))
  expect(cursorOf(first)).toMatchObject({ actions: ['next'] })
  expect(third.cursor).toMatchObject({ actions: [] })
})

it('leaves a short list as it is', () => {
  const list = createListPages<number>(key).first('guides', numbers(100))
  expect([...list]).toEqual(numbers(100))
  expect(cursorOf(list)).toMatchObject({ actions: [] })
})
