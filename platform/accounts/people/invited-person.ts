import { z } from 'zod'

/** Who is invited: a name as people read it, and an address. The messages are for whoever fills the form in. */
export const invitedPerson = z.object({
  name: z
    .string()
    .overwrite((text) => text.replace(unseen(), ''))
    .trim()
    .min(1, 'Enter a name')
    .max(100, 'Use at most 100 characters for the name'),
  email: z
    .string()
    .trim()
    .pipe(z.email('Enter an email address in the right form, like name@example.org').max(254)),
})

/** Characters that cannot be seen, and those that turn the direction of what stands beside them. */
function unseen(): RegExp {
  return /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
}
