import type { AstroIntegration } from 'astro'
import { checkContent, sentenceOf } from '#records/check-content.ts'
import { readContentFiles } from './content-files.ts'

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
  return checkContent(readContentFiles(contentDir)).map(sentenceOf)
}

/** Records that may not be published, one sentence each. */
export class WrongContentError extends Error {
  constructor(sentences: readonly string[]) {
    super(`The content cannot be published:\n${sentences.join('\n')}`)
    this.name = 'WrongContentError'
  }
}
