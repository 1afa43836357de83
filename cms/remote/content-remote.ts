import { OperatorError } from '#platform/operator-error.ts'
import { type GitCommand, GitError } from '../git/git-command.ts'

/** Where the remote's main branch was when it was last heard of. */
export const lastSeenRef = 'refs/cms/remote/main'

/**
 * Why the content is not the same here and at the remote. The words are ours and for people; what Git said may hold the
 * address, and so a password, and is neither shown nor logged.
 */
export class RemoteTrouble extends OperatorError {
  override readonly name = 'RemoteTrouble'
  readonly kind: RemoteTroubleKind

  constructor(kind: RemoteTroubleKind, sentence: string) {
    super(sentence)
    this.kind = kind
  }
}

export type RemoteTroubleKind =
  | 'unreachable'
  | 'sign-in'
  | 'rejected'
  | 'moved-on'
  | 'conflict'
  | 'unfit'
  | 'unrelated'

/**
 * The main branch of another repository. Its address goes to Git through the environment, so that it stands in no file, and
 * what is confidential in it apart from that, so that it stands in no list of processes either.
 *
 * @param answerMs how long it may take to say where its main branch is
 * @param transferMs how long commits may take on their way; a line on which nothing moves is given up much sooner
 */
export function createContentRemote({
  git,
  url,
  answerMs = 60_000,
  transferMs = 15 * 60_000,
}: {
  git: GitCommand
  url: string
  answerMs?: number
  transferMs?: number
}): ContentRemote {
  const extraEnvironment = environmentFor(url)

  async function run(args: readonly string[], ms: number, signal: AbortSignal | undefined) {
    const patience = AbortSignal.timeout(ms)
    try {
      const { output } = await git(args, {
        extraEnvironment,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      })
      return output.toString('utf8')
    } catch (error) {
      if (error instanceof GitError) throw troubleIn(error.errorOutput)
      throw error
    }
  }

  return {
    async fetch(signal) {
      const [id] = (await run(['ls-remote', remoteName, 'refs/heads/main'], answerMs, signal)).split('\t')
      if (id === undefined || id === '') return undefined
      const refspec = `+refs/heads/main:${lastSeenRef}`
      await run(
        ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remoteName, refspec],
        transferMs,
        signal,
      )
      const { output } = await git(['rev-parse', '--verify', lastSeenRef])
      return output.toString('utf8').trim()
    },

    async push(commit, expected, signal) {
      const lease = `--force-with-lease=refs/heads/main:${expected ?? ''}`
      await run(['push', '--quiet', lease, remoteName, `${commit}:refs/heads/main`], transferMs, signal)
      await git(['update-ref', lastSeenRef, commit])
    },
  }
}

const remoteName = 'content'

function environmentFor(url: string): Record<string, string> {
  const { address, settings: signIn } = withoutPassword(url)
  const settings = {
    [`remote.${remoteName}.url`]: address,
    ...signIn,
    // What comes from elsewhere is looked at like what people send.
    'transfer.fsckObjects': 'true',
    'http.lowSpeedLimit': '200',
    'http.lowSpeedTime': '30',
  }
  const numbered = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return {
    ...Object.fromEntries(numbered),
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_SSH_COMMAND:
      'ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15 -oServerAliveCountMax=2',
  }
}

/**
 * An address as other programs of the machine may see it: Git hands it to a program of its own as an argument. Name and
 * password of a web address go along as a header, to that server alone.
 */
function withoutPassword(url: string): { address: string; settings: Record<string, string> } {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return { address: url, settings: {} }
  const { origin, pathname, search, username, password } = new URL(url)
  if (username === '' && password === '') return { address: url, settings: {} }
  const who = [username, password].map(decoded).join(':')
  const header = `Authorization: Basic ${Buffer.from(who).toString('base64')}`
  return {
    address: `${origin}${pathname}${search}`,
    settings: { [`http.${origin}/.extraHeader`]: header, 'http.followRedirects': 'false' },
  }
}

/** A percent sign that begins nothing stands for itself. */
function decoded(text: string): string {
  return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
}

function troubleIn(said: string): RemoteTrouble {
  if (/stale info|fetch first|non-fast-forward|cannot lock ref/.test(said))
    return new RemoteTrouble('moved-on', 'Somebody else is changing the remote repository just now.')
  if (/remote rejected|hook declined|protected branch/.test(said))
    return new RemoteTrouble(
      'rejected',
      'The remote repository does not take our changes. Its main branch may be protected: let the account of the CMS push to it.',
    )
  if (/Host key verification failed/.test(said))
    return new RemoteTrouble(
      'sign-in',
      'The CMS does not know the key of the remote server yet. The people who run the site must add it to known_hosts.',
    )
  if (
    /Authentication failed|could not read (Username|Password)|Permission denied|HTTP 40[13]|error: 40[13]/.test(
      said,
    )
  )
    return new RemoteTrouble(
      'sign-in',
      'The remote repository does not know the CMS. Look at the name, password or key in CONTENT_REMOTE.',
    )
  return new RemoteTrouble('unreachable', 'The remote repository cannot be reached.')
}

export interface ContentRemote {
  /** The commit of the remote's main branch, brought here; undefined where it has none yet. @throws RemoteTrouble */
  fetch(signal?: AbortSignal): Promise<string | undefined>
  /**
   * Moves the remote's main branch to a commit, if it still is where it was seen (undefined: nowhere).
   * @throws RemoteTrouble of the kind `moved-on` when it is not
   */
  push(commit: string, expected: string | undefined, signal?: AbortSignal): Promise<void>
}
