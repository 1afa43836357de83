/** How else to reach the navigators; printed by the page from the area's settings. */
export type Ways = { telephone: string; telephoneLink: string; messageForm: string }

/** The message form and the telephone. */
export function OtherWays({ ways }: { ways: Ways }) {
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
