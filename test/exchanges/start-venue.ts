// A fake exchange for one test of the unit suite.

import { onTestFinished } from 'vitest'
import type { Engine } from './engine.ts'
import { type Dialect, type FakeVenue, openVenue } from './server.ts'

/** Opens it, with a certificate over TLS; it ends with the test. */
export async function startVenue(
  dialect: Dialect,
  engine: Engine,
  tls?: { cert: string; key: string },
): Promise<FakeVenue> {
  const venue = await openVenue(dialect, engine, tls)
  onTestFinished(() => venue.close())
  return venue
}
