import { createElement, useEffect, useRef } from 'react'

/** Decap asks for a sign-in form; whoever gets here is signed in already, so it only says so. */
export function SignInAgain({ onLogin, error }: SignInProps) {
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    onLogin({})
  }, [onLogin])
  return createElement('p', { className: 'notice' }, error ?? 'One moment…')
}

interface SignInProps {
  readonly onLogin: (credentials: object) => void
  readonly error?: string
}
