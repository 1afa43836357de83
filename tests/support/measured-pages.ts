/** One page of each kind, and the most that each may move over the network on an empty cache, in kilobytes. */
export const measuredPages = [
  { name: 'home', path: '/', mostKilobytes: 65 },
  { name: 'results', path: '/services/?q=speech+therapy', mostKilobytes: 150 },
  { name: 'service', path: '/services/example-speech-and-language-therapy/', mostKilobytes: 70 },
  { name: 'guide', path: '/guides/asking-for-an-ehc-needs-assessment/', mostKilobytes: 70 },
] as const
