import { useEffect, useState } from 'preact/hooks'

/** True from when `claim` becomes true until it has been so for `forMs`, or is no longer: for news that grow old. */
export function useRecently(claim: boolean, forMs: number): boolean {
  const [old, setOld] = useState(false)
  useEffect(() => {
    setOld(false)
    if (!claim) return
    const timer = setTimeout(() => setOld(true), forMs)
    return () => clearTimeout(timer)
  }, [claim, forMs])
  return claim && !old
}
