import { tokensOf } from './family-words.ts'

/**
 * True when someone looks for help with suicide or self-harm: then the numbers for a crisis stand above all results.
 * `self-harm`, `I want to die` and `suicidal` say so; `cancer` or `garden` do not.
 */
export function saysCrisis(words: string): boolean {
  const said = ` ${tokensOf(words).join(' ')} `
  return phrases.some((phrase) => said.includes(` ${phrase}`))
}

/** Begins of words, so that `suicid` is found in `suicidal` and `self harm` in `self harming`. */
const phrases = [
  'suicid',
  'self harm',
  'selfharm',
  'cutting myself',
  'cutting herself',
  'cutting himself',
  'cutting themsel',
  'hurting myself',
  'hurting herself',
  'hurting himself',
  'hurting themsel',
  'hurt myself',
  'harm myself',
  'kill myself',
  'kill herself',
  'kill himself',
  'kill themsel',
  'killing myself',
  'want to die',
  'wants to die',
  'wanting to die',
  'end my life',
  'end it all',
  'dont want to live',
  'doesnt want to live',
  'dont want to be here',
  'doesnt want to be here',
  'better off dead',
  'overdose',
  'took too many tablets',
]
