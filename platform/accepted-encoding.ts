/** How an answer can be compressed. */
export type Encoding = 'br' | 'gzip'

/**
 * The encoding to send, from the request's `Accept-Encoding`: Brotli where it is taken, else gzip, else none. One with
 * the weight 0 is refused, and `*` stands for all that are not named (RFC 9110, 12.5.3).
 */
export function acceptedEncoding(header: string | readonly string[] | undefined): Encoding | undefined {
  const weights = new Map(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
        const weight = parameters.find((each) => each.startsWith('q='))
        return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const
      }),
  )
  const takes = (encoding: Encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}
