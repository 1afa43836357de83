import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/**
 * Serves video, audio and captions that guides name, at `/recordings/<file>`, in pieces where a browser asks for them. They
 * are too large for the content repository, so whoever runs the site puts them into the folder `recordings` beside the
 * database; those that come with the program are part of the release. Call it after `serveSite`.
 *
 * @param options.dataDir absolute path of what the installation keeps
 */
export function addRecordings(
  app: FastifyInstance,
  { dataDir, releaseDir }: { readonly dataDir: string; readonly releaseDir: () => string },
): void {
  const own = join(dataDir, 'recordings')
  mkdirSync(own, { recursive: true })
  app.get<{ Params: { file: string } }>('/recordings/:file', async (request, reply) => {
    const { file } = request.params
    if (!isRecording(file)) return reply.callNotFound()
    return reply.sendFile(file, existsSync(join(own, file)) ? own : join(releaseDir(), 'recordings'))
  })
}

/** The names that a guide can give, as `#records/media.ts` takes them. */
function isRecording(file: string): boolean {
  return /^[a-z0-9-]+\.(mp4|webm|mp3|m4a|ogg|vtt)$/.test(file)
}
