// A practice account as the backend puts it together, over pins that a test can look at.

import type { GatewayHost } from '../../electron/adapters/gateway/gateway-account.ts'
import { createGatewayTrust, type TrustEvent } from '../../electron/adapters/gateway/gateway-trust.ts'
import { openPracticeAccount } from '../../electron/adapters/practice/practice-account.ts'
import { externalHost } from '../../electron/adapters/practice/practice-host.ts'
import type { GatewayPin, GatewayPins } from '../../electron/ports/stores.ts'
import type { Clock } from '../../electron/ports/system.ts'
import type { Sealing } from '../../shared/app.ts'

/** Pins that are kept in memory; what was saved stands in `saved`. */
export function memoryPins(first: GatewayPin | null = null): GatewayPins & { saved: GatewayPin[] } {
  const saved: GatewayPin[] = []
  return { saved, find: () => saved.at(-1) ?? first, save: (_accountId, pin) => void saved.push(pin) }
}

/** The account `p-1` at `place`, an address or a host. */
export function practiceAccount(
  place: string | GatewayHost,
  clock: Clock,
  { pins = memoryPins(), sealing = 'classic' }: { pins?: GatewayPins; sealing?: Sealing } = {},
) {
  const events: TrustEvent[] = []
  const timestamp = () => new Date(clock.now()).toISOString()
  const trust = createGatewayTrust('practice', 'practice', pins, timestamp, (event) => events.push(event))
  const host = typeof place === 'string' ? externalHost(place) : place
  const account = openPracticeAccount({ host, venueAccountId: 'p-1', trust, sealing: () => sealing, clock })
  return { account, trust, events }
}
