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
  const wrong = [
    ...(area.demonstration ? ['demonstration is yes'] : []),
    ...(isMadeUpNumber(telephone) ? [`contact.telephone is ${telephone}`] : []),
    ...(isMadeUpNumber(area.emergency.childConcernTelephone)
      ? ['emergency.childConcernTelephone is made up']
      : []),
    ...(/@(.+\.)?example\.(org|com|net)$|\.(example|test|invalid)$/.test(email)
      ? [`contact.email is ${email}`]
      : []),
  ]
  if (wrong.length === 0) return
  throw new OperatorError(
    `A live site (NODE_ENV=production) needs your council’s own settings in area.yaml, but ${wrong.join(', ')}.`,
  )
}

/** Numbers that Ofcom keeps for drama where no place is named: nobody answers them. */
function isMadeUpNumber(telephone: string | undefined): boolean {
  return telephone?.replaceAll(' ', '').startsWith('01632960') ?? false
}
