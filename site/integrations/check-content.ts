import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { areaRecord } from '#records/area.ts'
import { checkContent, sentenceOf } from '#records/check-content.ts'
import { type ContentFile, ContentSyntaxError, parseRecordFile } from '#records/read-content.ts'
import { brandProblem } from '../features/page-frame/contrast.ts'
import { pictureCheckOf, readContentFiles } from './content-files.ts'

/**
 * Checks all records before any page is made, in a thread of its own, while Astro starts and reads them. A wrong record ends
 * the build with one sentence for each thing that is wrong; with `astro dev` the sentences are only shown.
 */
export function checkContentBeforeBuild(contentDir: string): AstroIntegration {
  let checked: Promise<readonly string[]> | undefined
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command === 'build') {
          checked = checkInThread(contentDir)
          // A failure ends the build below.
          checked.catch(() => undefined)
        } else if (command === 'dev') {
          const sentences = wrongInContent(contentDir)
          if (sentences.length > 0) logger.warn(sentences.join('\n'))
        }
      },
      'astro:build:start': async () => {
        const sentences = (await checked) ?? []
        if (sentences.length > 0) throw new WrongContentError(sentences)
      },
    },
  }
}

function checkInThread(contentDir: string): Promise<readonly string[]> {
  const thread = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: contentDir })
  return new Promise((resolve, reject) => {
    thread.on('message', resolve)
    thread.on('error', reject)
    thread.on('exit', (code) =>
      reject(new Error(`The content could not be checked: the thread ended with ${code}.`)),
    )
  })
}

/** What is wrong with the records in a folder, one sentence each. */
export function wrongInContent(contentDir: string): string[] {
  const files = readContentFiles(contentDir)
  const brand = files.filter(({ path }) => path === 'area.yaml').flatMap(unreadableBrand)
  return [...checkContent(files, pictureCheckOf(contentDir)).map(sentenceOf), ...brand]
}

function unreadableBrand(file: ContentFile): string[] {
  const area = areaRecord.schema.safeParse(parseArea(file))
  const problem = area.success ? brandProblem(area.data.brandColour) : undefined
  return problem === undefined ? [] : [problem]
}

/** The fields of area.yaml; nothing when it cannot be read, which the content check says. */
function parseArea(file: ContentFile): unknown {
  try {
    return parseRecordFile(file)?.data
  } catch (error) {
    if (error instanceof ContentSyntaxError) return undefined
    throw error
  }
}

/** Records that may not be published, one sentence each. */
export class WrongContentError extends Error {
  constructor(sentences: readonly string[]) {
    super(`The content cannot be published:\n${sentences.join('\n')}`)
    this.name = 'WrongContentError'
  }
}
