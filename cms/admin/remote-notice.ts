import { z } from 'zod'

/** Says to editors, as long as it is so, that changes are not at the remote repository yet; it looks every minute. */
export function watchRemote(): void {
  const notice = document.createElement('p')
  notice.className = 'publication publication--failed'
  notice.setAttribute('role', 'status')

  async function look(): Promise<void> {
    const response = await fetch('/api/cms/remote')
    if (!response.ok) return
    const { words, path } = reply.parse(await response.json())
    if (words === null) return notice.remove()
    const link = document.createElement('a')
    link.href = path
    link.textContent = 'See what to do'
    notice.replaceChildren(`${words} `, link)
    if (!notice.isConnected) document.body.append(notice)
  }

  // What cannot be asked now is asked again in a minute.
  const lookQuietly = () => void look().catch(() => undefined)
  lookQuietly()
  setInterval(lookQuietly, lookEveryMilliseconds)
}

const lookEveryMilliseconds = 60_000

const reply = z.object({ words: z.string().nullable(), path: z.string() })
