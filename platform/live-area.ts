import type { Area } from '#records/area.ts'
import { OperatorError } from './operator-error.ts'

/**
 * Refuses to serve a live site with the demonstration's settings, because people in need would read numbers and
 * addresses that reach nobody.
 *
 * @throws OperatorError with one sentence that names the settings to change
 */
export function refuseMadeUpArea(area: Area): void {
  const { telephone, email } = area.contact
  const { concernEscalation } = area.helpdesk
  const wrong = [
    ...(area.demonstration ? ['demonstration is yes'] : []),
    ...(isMadeUpNumber(telephone) ? [`contact.telephone is ${telephone}`] : []),
    ...emergencyNumbers
      .filter((field) => isMadeUpNumber(area.emergency[field]))
      .map((field) => `emergency.${field} is made up`),
    ...(isMadeUpAddress(email) ? [`contact.email is ${email}`] : []),
    ...(isMadeUpAddress(concernEscalation) ? ['helpdesk.concernEscalation is made up'] : []),
  ]
  if (wrong.length === 0) return
  throw new OperatorError(
    `A live site (NODE_ENV=production) needs your council’s own settings in area.yaml, but ${wrong.join(', ')}.`,
  )
}

const emergencyNumbers = ['childConcernTelephone', 'outOfHoursTelephone', 'adultConcernTelephone'] as const

/** Addresses of names that are kept for examples: nobody reads there. */
function isMadeUpAddress(email: string | undefined): boolean {
  return email !== undefined && /@(.+\.)?example\.(org|com|net)$|\.(example|test|invalid)$/.test(email)
}

/** Numbers that Ofcom keeps for drama where no place is named: nobody answers them. */
function isMadeUpNumber(telephone: string | undefined): boolean {
  return telephone?.replaceAll(' ', '').startsWith('01632960') ?? false
}
