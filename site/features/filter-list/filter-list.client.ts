import { type Chosen, chosenFrom, countInWords, isChosen, searchOf, type Traits } from './filter-list.ts'

/**
 * Brings the filters of a list to life: items are put aside at once, the address keeps the choice, and a line says how
 * many are left. Without this script the page shows all, with links to a page for each answer.
 */
function startFilterList(list: HTMLElement): void {
  const selects = [...list.querySelectorAll('select')]
  const items = [...document.querySelectorAll<HTMLElement>('[data-filter-item]')]
  const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')]
  const says = list.querySelector<HTMLElement>('[data-filter-says]')
  const words = [list.dataset['one'] ?? 'entry', list.dataset['many'] ?? 'entries'] as const
  const filters = selects.map(({ name, options }) => ({
    name,
    options: [...options].map(({ value }) => ({ id: value, label: '', count: 0, href: '' })),
  }))

  const show = (chosen: Chosen) => {
    for (const select of selects) select.value = chosen.get(select.name) ?? ''
    for (const item of items) item.hidden = !isChosen(traitsOf(item), chosen)
    for (const group of groups)
      group.hidden = group.querySelector('[data-filter-item]:not([hidden])') === null
    const shown = items.filter(({ hidden }) => !hidden).length
    if (says !== null) says.textContent = countInWords(shown, items.length, words)
  }
  const chosenNow = (): Chosen =>
    new Map(selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value] as const])))
  const traitsOf = (item: HTMLElement): Traits =>
    Object.fromEntries(selects.map(({ name }) => [name, (item.dataset[name] ?? '').split(' ')]))

  list.addEventListener('change', () => {
    const chosen = chosenNow()
    history.replaceState(null, '', location.pathname + searchOf(chosen))
    show(chosen)
  })
  list.querySelector('button')?.addEventListener('click', () => {
    history.replaceState(null, '', location.pathname)
    show(new Map())
  })
  show(chosenFrom(location.search, filters))
  list.hidden = false
  for (const links of document.querySelectorAll<HTMLElement>('[data-filter-links]')) links.hidden = true
}

for (const list of document.querySelectorAll<HTMLElement>('[data-filter-list]')) startFilterList(list)
