// Which lists of keys are believed: the first, and after that only what the remembered identity signed or led to.

import { expect, it } from 'vitest'
import { fingerprintOf, type PublishedKeys } from '../../../../electron/adapters/gateway/gateway-keys.ts'
import { createGatewayTrust, type TrustEvent } from '../../../../electron/adapters/gateway/gateway-trust.ts'
import { keysAnswer } from '../../../../electron/adapters/gateway/wire.ts'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createGatewayPins } from '../../../../electron/adapters/sqlite/stores/gateway-pins.ts'
import type { GatewayPin } from '../../../../electron/ports/stores.ts'
import { CLASSIC, listedKey, makeIdentity, POST_QUANTUM } from '../../../support/gateway-identity.ts'
import { memoryPins } from '../../../support/practice-account.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const CHANGED = expect.objectContaining({ code: 'GATEWAY_KEY_CHANGED' })
const INVALID = expect.objectContaining({ code: 'VENUE_UNREACHABLE' })

function trusting(first: GatewayPin | null = null) {
  const pins = memoryPins(first)
  const events: TrustEvent[] = []
  const trust = createGatewayTrust(
    'a',
    'practice',
    pins,
    () => '2026-11-24T00:00:00.000Z',
    (event) => events.push(event),
  )
  return { trust, pins, kinds: () => events.map(({ kind }) => kind) }
}

const [ours, next, after, stranger] = [makeIdentity(), makeIdentity(), makeIdentity(), makeIdentity()]

it('remembers the first identity on the disk, and believes it from then on', () => {
  const profile = makeProfile()
  const open = () => {
    const db = openDatabase(profile)
    return {
      db,
      trust: createGatewayTrust(
        'a',
        'practice',
        createGatewayPins(db),
        () => 'now',
        () => {},
      ),
    }
  }
  const first = open()
  first.trust.check(ours.publish(), null)
  first.db.close()
  const second = open()
  expect(second.trust.view()).toEqual({ known: fingerprintOf(ours.name), offered: null })
  second.trust.check(ours.publish(), null)
  expect(() => second.trust.check(stranger.publish(), null)).toThrow(CHANGED)
  second.db.close()
})

it('remembers nothing of a list that is not signed as it must be, or that is for another environment', () => {
  const { trust, pins } = trusting()
  expect(() => trust.check({ ...ours.publish(), signature: stranger.publish().signature }, null)).toThrow(INVALID)
  expect(() => trust.check({ ...ours.publish(), identity: stranger.name }, null)).toThrow(INVALID)
  expect(() => trust.check({ ...ours.publish(), serial: 2 }, null)).toThrow(INVALID)
  expect(() => trust.check(ours.publish({ environment: 'live' }), null)).toThrow('GATEWAY_KEYS_OF_OTHER_ENVIRONMENT')
  const renamed = { ...listedKey(CLASSIC), keyId: listedKey(CLASSIC).keyId }
  const right = listedKey(POST_QUANTUM)
  expect(() => trust.check(ours.publish({ keys: [right, renamed] }), null)).toThrow('GATEWAY_KEY_ID_TWICE')
  expect(() => trust.check(ours.publish({ keys: [{ ...listedKey(CLASSIC), suite: POST_QUANTUM }] }), null)).toThrow(
    INVALID,
  )
  expect(pins.saved).toEqual([])
})

it('believes no list with any one character turned', () => {
  const text = JSON.stringify(ours.publish({ successions: [next.succession(ours)] }))
  const { trust, pins } = trusting({ identity: next.name, serial: 1 })
  let refused = 0
  for (let at = 0; at < text.length; at++) {
    for (const bit of [1, 2, 4]) {
      const turned = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1)
      expect(() => trust.check(keysAnswer.parse(JSON.parse(turned)), null), `character ${at}, bit ${bit}`).toThrow()
      refused += 1
    }
  }
  console.log(`gateway keys: ${refused} changed lists of ${text.length} characters, all refused`)
  expect(pins.saved).toEqual([])
  trust.check(keysAnswer.parse(JSON.parse(text)), null)
})

it('takes newer keys of the same identity, and none that are older than what was seen', () => {
  const { trust, pins, kinds } = trusting({ identity: ours.name, serial: 4 })
  trust.check(ours.publish({ serial: 4 }), null)
  trust.check(ours.publish({ serial: 6, keys: [listedKey(CLASSIC)] }), null)
  expect(pins.saved).toEqual([{ identity: ours.name, serial: 6 }])
  expect(() => trust.check(ours.publish({ serial: 5 }), null)).toThrow(CHANGED)
  expect(() => trust.check(ours.publish({ serial: 1 }), null)).toThrow(CHANGED)
  expect(kinds()).toEqual(['renewed', 'refused', 'refused'])
})

it('follows a successor that the known identity named, over several steps', () => {
  const chain = [stranger.succession(ours), ours.succession(next), next.succession(after)]
  for (const successions of [chain, chain.slice(1)]) {
    const { trust, pins, kinds } = trusting({ identity: ours.name, serial: 3 })
    trust.check(after.publish({ serial: 5, successions }), null)
    expect([pins.saved, kinds()]).toEqual([[{ identity: after.name, serial: 5 }], ['succeeded']])
    expect(() => trust.check(ours.publish({ serial: 6 }), null)).toThrow(CHANGED)
  }
})

it.each<[string, PublishedKeys]>([
  ['without a succession', next.publish({ serial: 9 })],
  ['that names itself', next.publish({ serial: 9, successions: [next.succession(next)] })],
  [
    'that forged the succession',
    next.publish({ serial: 9, successions: [{ ...stranger.succession(next), identity: ours.name }] }),
  ],
  ['whose succession names another', next.publish({ serial: 9, successions: [ours.succession(after)] })],
  [
    'that goes on from where the chain led',
    next.publish({ serial: 9, successions: [ours.succession(after), stranger.succession(next)] }),
  ],
  [
    'whose succession is of another environment',
    next.publish({ serial: 9, successions: [ours.succession(next, 'live')] }),
  ],
  [
    'whose chain comes in the wrong order',
    after.publish({ serial: 9, successions: [next.succession(after), ours.succession(next)] }),
  ],
  ['that succeeded, with older keys', next.publish({ serial: 1, successions: [ours.succession(next)] })],
])('refuses another identity %s', (_name, published) => {
  const { trust, pins, kinds } = trusting({ identity: ours.name, serial: 3 })
  expect(() => trust.check(published, null)).toThrow(CHANGED)
  expect(() => trust.check(published, null)).toThrow(CHANGED)
  expect([pins.saved, kinds()]).toEqual([[], ['refused']])
  expect(trust.view()).toEqual({ known: fingerprintOf(ours.name), offered: fingerprintOf(published.identity) })
})

it('takes the trader’s word for exactly what was shown, and tells when the old identity is back', () => {
  const { trust, pins, kinds } = trusting({ identity: ours.name, serial: 3 })
  expect(() => trust.confirm(fingerprintOf(stranger.name))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  expect(() => trust.check(stranger.publish(), null)).toThrow(CHANGED)
  expect(() => trust.confirm(fingerprintOf(next.name))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  trust.check(ours.publish({ serial: 3 }), null)
  expect(trust.view().offered).toBeNull()
  expect(() => trust.confirm(fingerprintOf(stranger.name))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  expect(() => trust.check(stranger.publish(), null)).toThrow(CHANGED)
  trust.confirm(fingerprintOf(stranger.name))
  trust.check(stranger.publish(), null)
  expect(pins.saved).toEqual([{ identity: stranger.name, serial: 1 }])
  expect(kinds()).toEqual(['refused', 'restored', 'refused', 'confirmed'])
})

it('takes a configured identity in the place of what is remembered, and remembers nothing', () => {
  const { trust, pins } = trusting({ identity: stranger.name, serial: 7 })
  expect(() => trust.check(stranger.publish({ serial: 9 }), ours.name)).toThrow(CHANGED)
  trust.check(ours.publish(), ours.name)
  trust.check(next.publish({ serial: 2, successions: [ours.succession(next)] }), ours.name)
  expect([pins.saved, trust.view().known]).toEqual([[], fingerprintOf(ours.name)])
  const unknown = trusting()
  expect(() => unknown.trust.check(stranger.publish(), ours.name)).toThrow(CHANGED)
})

it('sends nothing when the first identity cannot be written down', () => {
  const full = {
    find: () => null,
    save: () => {
      throw new Error('disk full')
    },
  }
  const trust = createGatewayTrust(
    'a',
    'practice',
    full,
    () => 'now',
    () => {},
  )
  expect(() => trust.check(ours.publish(), null)).toThrow('disk full')
})
