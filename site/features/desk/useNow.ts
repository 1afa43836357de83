import { useEffect, useState } from 'preact/hooks'

const everyMs = 15_000

/** The time now, ms UTC, renewed often enough to show minutes. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
