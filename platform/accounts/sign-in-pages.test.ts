import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { Page } from '../pages/shell.ts'
import { demonstrationRoles } from './demonstration.ts'
import {
  confirmPage,
  linkRefusedPage,
  linkSentPage,
  notAllowedPage,
  notOursPage,
  signedOutPage,
  signInPage,
  signOutPage,
  tooManyLinksPage,
} from './sign-in-pages.ts'

const pages: Readonly<Record<string, Page>> = {
  'sign in': signInPage({ demonstrationRoles: [] }),
  'sign in with everything': signInPage({
    email: 'half@',
    problem: 'Enter your email address',
    next: '/desk/',
    demonstrationRoles,
  }),
  'link sent': linkSentPage(15),
  confirm: confirmPage('token', '/desk/'),
  'link refused': linkRefusedPage(15),
  'not ours': notOursPage('http://localhost:8080'),
  'too many links': tooManyLinksPage(15),
  'sign out': signOutPage('A navigator', 'token'),
  'signed out': signedOutPage(),
  'not allowed': notAllowedPage('A navigator', null),
}

describe.each(Object.entries(pages))('the page "%s"', (_, page) => {
  it('is valid HTML that people with assistive technology can use, without inline style or script', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] })
    const text = `<!DOCTYPE html>\n<html lang="en-GB"><head><title>${page.title}</title></head><body><main>${page.body}</main></body></html>\n`
    const report = await validator.validateString(text)
    const problems = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    )
    expect(problems).toEqual([])
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i)
  })

  it('has one heading of the first level, which its title repeats', () => {
    const headings = [...String(page.body).matchAll(/<h1 class="govuk-heading-l">([^<]+)<\/h1>/g)]
    expect(headings).toHaveLength(1)
    expect(page.title.replace('Error: ', '')).toBe(headings[0]?.[1])
  })
})
