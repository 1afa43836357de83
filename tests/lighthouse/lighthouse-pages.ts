/** The pages that stand for all in Lighthouse, and the most that each may move over the network, in bytes. */
export const lighthousePages = [
  { name: 'home', path: '/', mostBytes: 150_000 },
  { name: 'results', path: '/services/?q=speech+therapy', mostBytes: 300_000 },
  { name: 'service', path: '/services/example-speech-and-language-therapy/', mostBytes: 70_000 },
  { name: 'guide', path: '/guides/sen-support-at-school/', mostBytes: 70_000 },
] as const
