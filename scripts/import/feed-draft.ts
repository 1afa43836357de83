import {
  type Draft,
  defaultRoutes,
  type ImportSettings,
  idOf,
  type Refusal,
  statedOnly,
  type Values,
} from './draft.ts'
import { type FeedService, type FeedTerm, feedServiceSchema } from './feed-service.ts'
import { keyOf, onceEach, timesFrom } from './feed-times.ts'
import { categoriesOf, needsOf } from './known-terms.ts'
import { asMarkdown, cutTo, plainLine, plainText } from './plain-text.ts'
import { StatedFacts } from './stated-facts.ts'

/** Turns a service of a feed into a draft of our record, or says why it is not taken. Nothing is made up. */
export function draftFromFeed(raw: unknown, settings: ImportSettings): Draft | Refusal {
  const read = feedServiceSchema.safeParse(raw)
  if (!read.success) return { id: '', name: '', why: 'it is no service of Open Referral' }
  const feed = read.data
  const name = plainLine(feed.name)
  const refusal = (why: string) => ({ id: feed.id ?? '', name: name ?? '', why })
  if (feed.id === undefined || feed.id === '') return refusal('it has no id')
  if (name === undefined) return refusal('it has no name')
  const [lowest, highest] = agesOf(feed)
  if (lowest !== undefined && lowest > 25) return refusal('it is for people over 25')
  const terms = termsOf(feed)
  const own = categoriesOf(terms)
  const categories =
    own.length > 0 || settings.fallbackCategory === undefined ? own : [settings.fallbackCategory]
  if (categories.length === 0)
    return refusal('its words fit none of our categories. Give one for such services with --category')
  const routes = defaultRoutes(categories, settings.routes)
  if (routes.length === 0)
    return refusal('the content has no route for when things go wrong. Write one first')

  const facts = new StatedFacts()
  const provider = providerOf(feed, name, settings)
  const description = plainText(feed.description)
  const [opening, ...rest] = description?.split('\n\n') ?? []
  const checked =
    facts.day(feed.assured_date, settings.today) ?? facts.day(feed.last_modified, settings.today)
  const fields: Values = {
    name: cutTo(name, 120),
    summary: cutTo(plainLine(opening) ?? `A service of ${provider.fields.name}.`, 240),
    kind: cutTo(
      plainLine(terms.find(({ name: said }) => plainLine(said) !== undefined)?.name) ?? 'Service',
      60,
    ),
    provider: provider.id,
    categories,
    ...statusOf(feed),
    whoFor: { needs: needsOf(terms), ...facts.ages(lowest, highest), whoCanUse: whoCanUse(feed) },
    gettingIt: costsOf(feed),
    when: timesFrom(schedulesOf(feed), facts, settings.today),
    where: { places: onceEach(placesOf(feed, facts)) },
    contact: {
      telephone: facts.telephone(phonesOf(feed)),
      email: facts.email(feed.email ?? feed.contacts.find(({ email }) => email !== undefined)?.email),
      website: facts.website(feed.url),
    },
    routes,
    review: reviewOf(checked, settings.today),
    provenance: { kind: 'open-data', source: settings.source, licence: settings.licence },
  }
  // What the summary says in full is not said again below it.
  const beyond = plainLine(opening) === fields['summary'] ? rest.join('\n\n') : (description ?? '')
  const body = asMarkdown(cutTo(beyond, 15_000))
  return {
    ...{ id: idOf('service', settings.source, feed.id), name: cutTo(name, 120) },
    ...{ fields: statedOnly(fields), body, provider, notes: facts.notes },
  }
}

function providerOf(
  { organization, id }: FeedService,
  name: string,
  settings: ImportSettings,
): Draft['provider'] {
  const facts = new StatedFacts()
  const called = cutTo(plainLine(organization?.name) ?? name, 120)
  const fields = statedOnly({
    description: cutTo(plainLine(organization?.description) ?? `Runs ${name}.`, 400),
    website: facts.website(organization?.website ?? organization?.url),
    email: facts.email(organization?.email),
    source: settings.source,
  })
  return {
    id: idOf('provider', settings.source, organization?.id ?? `of ${id}`),
    fields: { name: called, ...fields },
  }
}

function statusOf({ status, alert }: FeedService): Values {
  const notice = cutTo(plainLine(alert) ?? '', 400)
  if (status === 'temporarily closed')
    return { status: 'temporarily-closed', notice: notice || 'Its source says that it is closed for now.' }
  if (status === 'inactive' || status === 'defunct')
    return { status: 'closed', notice: notice || 'Its source says that this service has closed.' }
  return { status: 'open', notice }
}

/** When the source says nothing of a check, nobody has checked it: the page then asks people to be careful. */
function reviewOf(checked: string | undefined, today: string): Values {
  return checked === undefined
    ? { lastChecked: today, checkedBy: 'nobody yet', nextDue: today }
    : { lastChecked: checked, checkedBy: 'the source' }
}

function agesOf({ minimum_age, maximum_age, eligibilitys }: FeedService): (number | undefined)[] {
  const [first] = eligibilitys
  return [minimum_age ?? first?.minimum_age, maximum_age ?? first?.maximum_age]
}

function whoCanUse({ eligibilitys }: FeedService): string | undefined {
  const said = eligibilitys.flatMap(({ eligibility }) => plainLine(eligibility) ?? [])
  return said.length === 0 ? undefined : cutTo(said.join('. '), 1500)
}

function costsOf({ fees, cost_options }: FeedService): Values {
  const told = plainLine(fees)
  const costs = cost_options.flatMap(({ id, option, amount, amount_description }, index): Values[] => {
    const what = plainLine(option) ?? plainLine(amount_description)
    if (what === undefined || (amount ?? 0) < 0) return []
    const note = cutTo(plainLine(amount_description) ?? '', 200)
    return [
      { key: keyOf(id, index), what: cutTo(what, 200), pounds: amount, note: note === what ? '' : note },
    ]
  })
  if (told !== undefined && /^(free|none|no (charge|cost|fee)s?)\b/i.test(told))
    return { free: true, costs: onceEach(costs) }
  return told === undefined || costs.length > 0
    ? { costs: onceEach(costs) }
    : { costs: [{ key: 'fees', what: cutTo(told, 200) }] }
}

function placesOf({ service_at_locations }: FeedService, facts: StatedFacts): Values[] {
  return service_at_locations.flatMap(({ location }, index): Values[] => {
    if (location === undefined) return []
    const address = [...location.addresses, ...location.physical_addresses][0]
    const postcode = facts.postcode(address?.postal_code)
    if (postcode === undefined) return []
    return [
      {
        key: keyOf(location.id, index),
        name: cutTo(plainLine(location.name) ?? '', 200),
        address: cutTo(plainLine(address?.address_1) ?? '', 200),
        town: cutTo(plainLine(address?.city) ?? '', 200),
        postcode,
        ...facts.coordinates(location.latitude, location.longitude),
        uprn:
          location.external_identifier_type === 'UPRN'
            ? location.external_identifier?.slice(0, 12)
            : undefined,
      },
    ]
  })
}

function termsOf({ attributes, service_taxonomys }: FeedService): FeedTerm[] {
  const terms = [
    ...attributes.map(({ taxonomy_term }) => taxonomy_term),
    ...service_taxonomys.map(({ taxonomy }) => taxonomy),
  ]
  return terms.filter((term) => term !== undefined)
}

function schedulesOf({ schedules, regular_schedules, service_at_locations }: FeedService) {
  const there = service_at_locations.flatMap((each) => [...each.schedules, ...each.regular_schedule])
  return [...schedules, ...regular_schedules, ...there]
}

function phonesOf({ contacts, phones }: FeedService): (string | undefined)[] {
  return [...contacts.flatMap((each) => each.phones), ...phones].map(({ number }) => number)
}
