/**
 * `npm run audit:lighthouse`: looks with Lighthouse, as a mobile telephone, at one page of each kind on the real program
 * without the demonstration’s `noindex`. Accessibility, best practice and SEO must be 100, and no page may move more than
 * its bytes. Performance swings with the machine: `npm run bench -- pages` measures it.
 */
import { openLighthouse } from '../tests/lighthouse/lighthouse-page.ts'
import { measuredPages } from '../tests/support/measured-pages.ts'
import { startPublicHouse } from '../tests/support/public-house.ts'

const house = await startPublicHouse()
const eye = await openLighthouse()
try {
  for (const { name, path, mostKilobytes } of measuredPages) {
    const { scores, bytes, lost } = await eye.look(house.url + path)
    const faults = [
      ...lost,
      ...(bytes > mostKilobytes * 1000
        ? [`moves ${bytes} bytes, at most ${mostKilobytes} KB are allowed`]
        : []),
    ]
    const numbers = `accessibility ${scores.accessibility}, best practice ${scores['best-practices']}, SEO ${scores.seo}, ${bytes} bytes`
    console.log(`${faults.length === 0 ? '✔' : '✘'} ${name} (${path}): ${numbers}`)
    for (const fault of faults) console.log(`    ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  }
} finally {
  await eye.close()
  await house.stop()
}
