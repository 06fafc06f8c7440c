// A value that comes from the backend: what is known, whether it is being asked for, and why the last try failed.

import type { AppError } from '../../shared/result.ts'
import { asAppError } from '../api.ts'

export interface Loadable<T> {
  /** The last known value; a later failure keeps it. */
  value: T | null
  error: AppError | null
  loading: boolean
}

export const NOT_LOADED: Loadable<never> = { value: null, error: null, loading: false }

/** Fetches and reports each step through `put`. Never throws; answers the value, or null when it failed. */
export async function load<T>(put: (step: Partial<Loadable<T>>) => void, fetch: () => Promise<T>): Promise<T | null> {
  put({ loading: true })
  try {
    const value = await fetch()
    put({ value, error: null, loading: false })
    return value
  } catch (thrown) {
    put({ error: asAppError(thrown), loading: false })
    return null
  }
}
