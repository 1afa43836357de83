import { type ChangeEvent, createElement, useImperativeHandle, useRef, useState } from 'react'
import { z } from 'zod'
import { largestUpload, smallPictureAddress } from '../pictures/picture-files.ts'
import type { CmsConnection } from './cms-request.ts'
import { formDataOf, plainValues, type WidgetProps } from './widget-props.ts'

/**
 * The control of a picture: a file is uploaded as soon as it is chosen, or one is taken that the provider has uploaded
 * before. What goes wrong is said at the field, and the picture that was there stays.
 */
export function PictureControl(props: WidgetProps & { readonly connection: CmsConnection }) {
  const { value, onChange, forID, classNameWrapper, ref, connection } = props
  const chosen = typeof value === 'string' ? value : ''
  const [says, setSays] = useState('')
  const [earlier, setEarlier] = useState<readonly StoredPicture[]>()
  /** Counts what was chosen: of several the last one counts, though an upload from before may take longer. */
  const choices = useRef(0)
  useImperativeHandle(ref, () => ({}), [])

  function use(path: string, words: string): void {
    choices.current += 1
    setEarlier(undefined)
    setSays(words)
    onChange(path)
  }

  /** Does what needs the provider of this service, and says at the field what went wrong. */
  async function withProvider(work: (provider: string) => Promise<void>): Promise<void> {
    const { provider } = plainValues(formDataOf(props))
    try {
      if (typeof provider !== 'string' || provider === '') throw new Error(noProvider)
      await work(provider)
    } catch (error) {
      setSays(error instanceof Error ? error.message : 'Something went wrong. Try again.')
    }
  }

  async function send({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? []
    if (!file) return
    await withProvider(async (provider) => {
      if (file.size > largestUpload) throw new Error(tooLarge)
      setSays('The picture is being uploaded …')
      choices.current += 1
      const mine = choices.current
      const path = await connection.upload(provider, file)
      if (mine === choices.current) use(path, 'The picture is uploaded. Now write what is in it.')
    })
    // The same file can be chosen again after it was refused.
    target.value = ''
  }

  const list = () =>
    withProvider(async (provider) => {
      const pictures = await connection.request('getMedia', { provider }, storedPictures)
      setEarlier(pictures)
      setSays(pictures.length === 0 ? 'Nothing was uploaded before.' : '')
    })

  const remove = (path: string) =>
    withProvider(async () => {
      await connection.request('deleteFiles', { paths: [path] }, z.unknown())
      setEarlier((pictures) => pictures?.filter((each) => each.path !== path))
      setSays('The picture is deleted.')
    })

  return createElement(
    'div',
    { className: `${classNameWrapper} picture-field` },
    chosen !== '' &&
      createElement('img', { src: smallPictureAddress(chosen), alt: 'The picture that is chosen now' }),
    createElement('input', { id: forID, type: 'file', accept: accepted, onChange: send }),
    createElement('p', { role: 'status' }, says),
    createElement(
      'p',
      null,
      button(earlier ? 'Close the list' : 'Choose one from before', () =>
        earlier ? setEarlier(undefined) : void list(),
      ),
      chosen !== '' && button('Take this picture out', () => use('', 'No picture is chosen.')),
    ),
    earlier &&
      createElement(
        'ul',
        null,
        earlier.map(({ path, displayURL }, index) =>
          createElement(
            'li',
            { key: path },
            createElement('img', { src: displayURL, alt: `Picture ${index + 1}`, loading: 'lazy' }),
            button(`Use picture ${index + 1}`, () => use(path, 'The picture is chosen.')),
            button(`Delete picture ${index + 1}`, () => void remove(path)),
          ),
        ),
      ),
  )
}

function button(words: string, onClick: () => void) {
  return createElement('button', { type: 'button', onClick }, words)
}

const accepted = 'image/jpeg,image/png,image/webp,image/avif'
const noProvider = 'Choose the provider of this service first. The picture belongs to it.'
const tooLarge = `This picture is larger than ${largestUpload / 1_000_000} MB. Make it smaller and try again.`

const storedPictures = z.array(z.object({ path: z.string(), displayURL: z.string() }))

type StoredPicture = z.output<typeof storedPictures>[number]
