import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readContentFiles } from '../../site/integrations/content-files.ts'
import { exampleDirectory, type PostcodePlace } from './example-directory.ts'

/**
 * Writes a content folder with this many services, made from `site/content` of the checkout `root`, pictures and all.
 * Gives the paths of the service files under it.
 */
export async function writeExampleDirectory(
  root: string,
  contentDir: string,
  services: number,
): Promise<string[]> {
  const from = join(root, 'site/content')
  const postcodes = await readFile(join(from, 'postcodes.csv'), 'utf8')
  const files = exampleDirectory(readContentFiles(from), placesOf(postcodes), services)
  await cp(from, contentDir, { recursive: true })
  for (const { path, text } of files) await writeFile(join(contentDir, path), text)
  return files.map(({ path }) => path).filter((path) => path.startsWith('services/'))
}

/** The places of `postcodes.csv`: postcode, latitude, longitude, ward. */
function placesOf(csv: string): PostcodePlace[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [postcode = '', latitude, longitude] = line.split(',')
      return { postcode, latitude: Number(latitude), longitude: Number(longitude) }
    })
}
