import type { AstroIntegration } from 'astro'
import { areaRecord } from '#records/area.ts'
import { checkContent, sentenceOf } from '#records/check-content.ts'
import { type ContentFile, ContentSyntaxError, parseRecordFile } from '#records/read-content.ts'
import { brandProblem } from '../features/page-frame/contrast.ts'
import { pictureCheckOf, readContentFiles } from './content-files.ts'

/**
 * Checks all records before a build begins. A wrong record ends the build with one sentence for each thing that is wrong;
 * while someone works on the site with `astro dev`, the sentences are only shown.
 */
export function checkContentBeforeBuild(contentDir: string): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return
        const sentences = wrongInContent(contentDir)
        if (sentences.length === 0) return
        if (command === 'dev') logger.warn(sentences.join('\n'))
        else throw new WrongContentError(sentences)
      },
    },
  }
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
