/** What we use of `js-yaml`, which brings no types of its own. */
declare module 'js-yaml' {
  /** Scalars that stay words, numbers, yes, no and nothing: no dates, no merge keys. */
  export const CORE_SCHEMA: { readonly kind: 'schema' }

  /** @throws YAMLException, an Error whose message starts with a line on what is wrong and where */
  export function load(text: string, options: { readonly schema: typeof CORE_SCHEMA }): unknown
}
