import { telephoneLink } from '#records/telephone.ts'
import type { HelpLines } from './help-lines.ts'

/** What comes before everything else: danger now is for 999, and nobody waits for a lead. */
export function ConcernHelpLines({ lines }: { lines: HelpLines }) {
  const { call, childConcern, childConcernLink, childTelephone, outOfHoursTelephone, adultTelephone } = lines
  return (
    <div class="notice notice--danger">
      <p class="notice__title">
        If somebody is in danger now, ring <Telephone number={call} />. Do not wait for the lead.
      </p>
      <ul>
        <li>
          {childConcernLink === undefined ? (
            childConcern
          ) : (
            <a href={childConcernLink} target="_blank" rel="noopener">
              {childConcern}
              <span class="govuk-visually-hidden"> (opens in a new tab)</span>
            </a>
          )}{' '}
          {childTelephone !== undefined && <Telephone number={childTelephone} />}
        </li>
        {outOfHoursTelephone !== undefined && (
          <li>
            Evenings, nights and weekends: <Telephone number={outOfHoursTelephone} />
          </li>
        )}
        {adultTelephone !== undefined && (
          <li>
            An adult, 18 or over: <Telephone number={adultTelephone} />
          </li>
        )}
      </ul>
    </div>
  )
}

function Telephone({ number }: { number: string }) {
  return <a href={telephoneLink(number)}>{number}</a>
}
