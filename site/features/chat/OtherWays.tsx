/** How else to reach the navigators; printed by the page from the area's settings. */
export type Ways = { telephone: string; telephoneLink: string; messageForm: string }

/** The message form and the telephone. `written`: the helpdesk has a message already, so the form is not offered again. */
export function OtherWays({ ways, written = false }: { ways: Ways; written?: boolean }) {
  if (written)
    return (
      <p>
        Would you rather talk? <a href={ways.telephoneLink}>Call {ways.telephone}</a>
      </p>
    )
  return (
    <ul>
      <li>
        <a href={ways.messageForm}>Leave a message</a>, with an email address or telephone number if you want
        an answer there
      </li>
      <li>
        <a href={ways.telephoneLink}>Call {ways.telephone}</a>
      </li>
    </ul>
  )
}
