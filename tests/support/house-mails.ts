import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type RunningHouse } from './app.ts'

/** The emails that a house without a mail server has written to files, the newest first. */
export async function mailsOf({ dataDir }: Pick<RunningHouse, 'dataDir'>): Promise<string[]> {
  const folder = join(dataDir, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(names.reverse().map((name) => readFile(join(folder, name), 'utf8')))
}

/** The newest email with all of these words, once it is there. */
export async function mailWith(
  house: Pick<RunningHouse, 'dataDir'>,
  ...words: (string | RegExp)[]
): Promise<string> {
  const find = async () =>
    (await mailsOf(house)).find((mail) => words.every((word) => mail.search(word) >= 0)) ?? ''
  await expect.poll(find, { timeout: 60_000 }).not.toBe('')
  return find()
}

/** The path of the private link in the newest email of `subject` to somebody, once it is there. */
export async function linkIn(
  house: Pick<RunningHouse, 'dataDir'>,
  to: string,
  subject: string,
): Promise<string> {
  const mail = await mailWith(house, `To: ${to}`, `Subject: ${subject}`)
  return /\/conversation\/\?link=[\w-]+/.exec(mail)?.[0] ?? ''
}
