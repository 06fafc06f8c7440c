// Says when the page has been painted and has nothing else to do: what nobody can ask for before then waits for it.

import { useEffect, useState } from 'react'

/** It comes by then at the latest, milliseconds. */
const WITHIN_MS = 1_000

/** False until then. */
export function useWhenIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const wait = requestIdleCallback(() => setIdle(true), { timeout: WITHIN_MS })
    return () => cancelIdleCallback(wait)
  }, [])
  return isIdle
}
