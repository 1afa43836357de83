import { holds, type Role, rolesAnywhere, type SignedIn } from '../accounts/grants.ts'
import { type Html, html } from './html.ts'

/** A page of the house for people who work with it. */
export interface StaffPage {
  /** ends with a slash; what lies under it belongs to it */
  readonly path: string
  readonly label: string
  /** who may open it; everybody who is signed in when empty */
  readonly roles: readonly Role[]
  /** whether a role counts only for those who hold it for the whole area */
  readonly isForWholeArea?: boolean
  /** whom it only leads on to another page of the menu, so that they find no line for it */
  readonly leadsOn?: Role
}

/** In the order in which the menu shows them. Each page checks again for itself what its reader may see and do. */
export const staffPages: readonly StaffPage[] = [
  { path: '/desk/', label: 'Conversations', roles: ['navigator', 'lead'] },
  { path: '/desk/replies/', label: 'Saved replies', roles: ['navigator', 'lead'] },
  { path: '/desk/reports/', label: 'Reports', roles: ['lead', 'officer'] },
  { path: '/desk/privacy/', label: 'Privacy', roles: ['lead'] },
  { path: '/desk/log/', label: 'Log', roles: ['navigator', 'lead', 'officer'] },
  { path: '/desk/paper/', label: 'Paper to post', roles: ['navigator', 'lead'] },
  {
    path: '/desk/tasks/',
    label: 'Tasks for editors',
    roles: ['navigator', 'lead', 'officer', 'editor'],
    isForWholeArea: true,
  },
  { path: '/desk/themes/', label: 'Themes and gaps', roles: ['navigator', 'lead', 'officer'] },
  { path: '/my-services/', label: 'Services', roles: ['provider', 'editor'], leadsOn: 'editor' },
  { path: '/weekly-list/', label: 'This week’s list', roles: ['editor'] },
  { path: '/drafts/', label: 'Drafts', roles: ['provider', 'editor'] },
  { path: '/admin/', label: 'Full editor', roles: ['provider', 'editor'] },
  { path: '/organisations/', label: 'Organisations', roles: ['provider', 'editor'] },
  { path: '/people/', label: 'People', roles: ['admin'] },
  { path: '/audit/', label: 'Audit log', roles: ['lead', 'admin'] },
  { path: '/sessions/', label: 'Your sign-ins', roles: [] },
]

/** The pages that somebody may open, in the order of the menu. */
export function staffPagesFor({ grants }: Pick<SignedIn, 'grants'>): StaffPage[] {
  const held = rolesAnywhere(grants)
  return staffPages.filter(
    ({ roles, isForWholeArea = false, leadsOn }) =>
      !(leadsOn && held.has(leadsOn)) &&
      (roles.length === 0 ||
        roles.some((role) => (isForWholeArea ? holds({ grants }, role, { kind: 'area' }) : held.has(role)))),
  )
}

/** The page that an address belongs to: the one with the longest path that it begins with. */
export function staffPageOf(path: string): StaffPage | undefined {
  return staffPages
    .filter((page) => path.startsWith(page.path))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
}

/** What every page that asks for a sign-in has around it: the menu of their pages; who is signed in, and the way out. */
export function betweenMenuAndFoot(
  body: Html,
  signedIn: Pick<SignedIn, 'grants' | 'name'>,
  path: string,
): Html {
  return html`${staffMenu(signedIn, path)}${body}
<p class="staff-foot" data-signed-in>You are signed in as ${signedIn.name}. <a href="/sign-out/">Sign out</a></p>`
}

/** The menu of the pages that `signedIn` may open, with the one at `path` marked; nothing when it is the only one. */
export function staffMenu(signedIn: Pick<SignedIn, 'grants'>, path: string): Html | null {
  const pages = staffPagesFor(signedIn)
  if (pages.length < 2) return null
  const current = staffPageOf(path)
  return html`<nav class="staff-menu" aria-label="Your pages"><details class="fold-menu"><summary>Menu</summary><ul>${pages.map(
    (page) =>
      page === current
        ? html`<li><a href="${page.path}" aria-current="page">${page.label}</a></li>`
        : html`<li><a href="${page.path}">${page.label}</a></li>`,
  )}</ul></details></nav>`
}
