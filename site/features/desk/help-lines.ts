/** Where to turn at once, as the area says it. All but the first may be missing. */
export type HelpLines = {
  /** the number for danger now */
  call: string
  childConcern: string
  childConcernLink?: string | undefined
  childTelephone?: string | undefined
  outOfHoursTelephone?: string | undefined
  adultTelephone?: string | undefined
}

/** Reads them from the attributes of the desk's root element. */
export function readHelpLines(data: DOMStringMap): HelpLines {
  return {
    call: data.call ?? '999',
    childConcern: data.childConcern ?? '',
    childConcernLink: data.childConcernLink,
    childTelephone: data.childTelephone,
    outOfHoursTelephone: data.outOfHoursTelephone,
    adultTelephone: data.adultTelephone,
  }
}
