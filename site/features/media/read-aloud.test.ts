import { expect, it } from 'vitest'
import { createReader, type ReadingState } from './read-aloud.ts'

/** A voice that says each piece when it is told to. */
function openVoice() {
  const said: string[] = []
  let end = () => {}
  return {
    said,
    finishPiece: () => end(),
    voice: {
      speak(text: string, ended: () => void) {
        said.push(text)
        end = ended
      },
      pause: () => said.push('(pause)'),
      resume: () => said.push('(resume)'),
      cancel: () => said.push('(cancel)'),
    },
  }
}

function openReader() {
  const states: ReadingState[] = []
  const { said, finishPiece, voice } = openVoice()
  return { said, finishPiece, states, reader: createReader(voice, (state) => states.push(state)) }
}

it('reads piece after piece, then falls silent', () => {
  const { said, finishPiece, states, reader } = openReader()
  reader.start(['One.', 'Two.'])
  finishPiece()
  finishPiece()
  expect(said).toEqual(['(cancel)', 'One.', 'Two.'])
  expect(states).toEqual(['reading', 'silent'])
})

it('pauses and goes on', () => {
  const { said, states, reader } = openReader()
  reader.start(['One.'])
  reader.pauseOrGoOn()
  reader.pauseOrGoOn()
  expect(said).toEqual(['(cancel)', 'One.', '(pause)', '(resume)'])
  expect(states).toEqual(['reading', 'paused', 'reading'])
})

it('says nothing more once it is stopped, even if the voice reports an end late', () => {
  const { said, finishPiece, states, reader } = openReader()
  reader.start(['One.', 'Two.'])
  reader.stop()
  finishPiece()
  expect(said).toEqual(['(cancel)', 'One.', '(cancel)'])
  expect(states).toEqual(['reading', 'silent'])
})
