import { useId } from 'preact/hooks'
import { type Colleague, colleagueInWords } from './desk-offers.ts'

/** One of the colleagues who are at the desk, with how much each has to do. */
export function ColleagueChoice({ colleagues, chosen, problem, onChoose }: ColleagueChoiceProps) {
  const name = useId()
  return (
    <fieldset class="desk-colleagues">
      <legend class="govuk-visually-hidden">Colleagues at the desk now</legend>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {colleagues.map((colleague) => (
        <label key={colleague.accountId} class="desk-colleague">
          <input
            type="radio"
            name={name}
            value={colleague.accountId}
            checked={chosen === colleague.accountId}
            onChange={() => onChoose(colleague.accountId)}
          />
          <span>
            <bdi>{colleague.name}</bdi>
            <span class="desk-colleague__load">{colleagueInWords(colleague)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What is said when nobody was chosen. */
export const chooseColleague = 'Choose a colleague.'

type ColleagueChoiceProps = {
  colleagues: readonly Colleague[]
  /** the account of the one who is chosen */
  chosen: string | null
  /** what is wrong, in one sentence */
  problem: string | null
  onChoose: (accountId: string) => void
}
