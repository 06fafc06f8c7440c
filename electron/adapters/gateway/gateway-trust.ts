// Which keys of a gateway are believed: what is remembered of it is kept up with what it proves, and anything else waits
// for the trader's word.

import type { Environment } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { GatewayPin, GatewayPins } from '../../ports/stores.ts'
import type { KnownGateway } from '../../ports/system.ts'
import { fingerprintOf, judgeKeys, type PublishedKeys } from './gateway-keys.ts'

const REFUSED = { 'another-identity': 'GATEWAY_OTHER_IDENTITY', older: 'GATEWAY_OLDER_KEYS' } as const

/** What became of a gateway's keys, for the audit log and the notices. Fingerprints are public. */
export type TrustEvent =
  /** `restored`: after a refusal the gateway shows again what is known of it. */
  | { kind: 'remembered' | 'renewed' | 'succeeded' | 'confirmed' | 'restored'; fingerprint: string; serial: number }
  | { kind: 'refused'; fingerprint: string; serial: number; why: Reason }

export interface GatewayTrust extends KnownGateway {
  /**
   * Returns when `published` may be used; what is new about it is on the disk by then. `configured` is an identity that
   * came by a trusted way and takes the place of what is remembered.
   * @throws AppError `GATEWAY_KEY_CHANGED`, `VENUE_UNREACHABLE` for keys that prove nothing
   */
  check(published: PublishedKeys, configured: string | null): void
}

/** Builds the trust in the gateway of `accountId`; `told` hears of each change once. */
export function createGatewayTrust(
  accountId: string,
  environment: Environment,
  pins: GatewayPins,
  timestamp: () => string,
  told: (event: TrustEvent) => void,
): GatewayTrust {
  let offered: GatewayPin | null = null
  let configuredPin: GatewayPin | null = null

  const settle = (kind: Exclude<TrustEvent['kind'], 'refused'>, pin: GatewayPin) => {
    offered = null
    told({ kind, fingerprint: fingerprintOf(pin.identity), serial: pin.serial })
  }
  const remember = (kind: Exclude<TrustEvent['kind'], 'refused'>, pin: GatewayPin) => {
    pins.save(accountId, pin, timestamp())
    settle(kind, pin)
  }

  const refuse = (kind: keyof typeof REFUSED, pin: GatewayPin): never => {
    const fingerprint = fingerprintOf(pin.identity)
    const why = reason(REFUSED[kind], { fingerprint })
    const repeated = offered?.identity === pin.identity && offered.serial === pin.serial
    offered = pin
    if (!repeated) told({ kind: 'refused', fingerprint, serial: pin.serial, why })
    throw new AppError('GATEWAY_KEY_CHANGED', why)
  }

  return {
    check: (published, configured) => {
      configuredPin = configured === null ? null : { identity: configured, serial: 1 }
      const judged = judgeKeys(published, environment, configuredPin ?? pins.find(accountId))
      switch (judged.kind) {
        case 'invalid':
          throw new AppError('VENUE_UNREACHABLE', judged.why)
        case 'another-identity':
        case 'older':
          return refuse(judged.kind, judged.pin)
        case 'first':
          return remember('remembered', judged.pin)
        case 'same':
          if (offered !== null) settle('restored', judged.pin)
          return
        case 'newer':
        case 'succeeded': {
          const kind = judged.kind === 'newer' ? 'renewed' : 'succeeded'
          return configuredPin === null ? remember(kind, judged.pin) : settle(kind, judged.pin)
        }
      }
    },
    view: () => {
      const known = configuredPin ?? pins.find(accountId)
      return {
        known: known === null ? null : fingerprintOf(known.identity),
        offered: offered === null ? null : fingerprintOf(offered.identity),
      }
    },
    confirm: (fingerprint) => {
      if (offered === null || fingerprintOf(offered.identity) !== fingerprint) {
        throw new AppError('NOT_FOUND', reason('GATEWAY_IDENTITY_NOT_SHOWN'))
      }
      remember('confirmed', offered)
    },
  }
}
