/** The plug-in by which Astro gives headings their ids; scripts/build-preview.ts finds it where Astro has it. */
declare module 'virtual:heading-ids' {
  import type { HastPluginDefinition } from 'satteri'
  export const satteriHeadingIdsPlugin: () => () => HastPluginDefinition
}
