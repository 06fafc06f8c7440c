// What the keychain can do to a vault that is there: be locked, away, empty or strange. The vault waits for its key and is
// never made anew; and without any keychain there is no way around a passphrase.

import { describe, expect, it, test } from 'vitest'
import { randomBytes } from '../../../electron/vault/primitives.ts'
import { openVaultDesk, type VaultDesk, vaultRows } from './vault-desk.ts'

const WORDS = 'words of a test'

async function withVault(): Promise<VaultDesk> {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  await desk.ok('vault.lock')
  return desk
}

const onlyItem = (desk: VaultDesk): [string, string] => {
  const [item, ...more] = [...desk.keychain.items]
  if (item === undefined || more.length > 0) throw new Error(`the keychain holds ${desk.keychain.items.size} items`)
  return item
}

function spoil(desk: VaultDesk, change: (item: Record<string, unknown>) => unknown): void {
  const [name, text] = onlyItem(desk)
  desk.keychain.items.set(name, JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)))
}

type Spoiling = [what: string, spoil: (desk: VaultDesk) => void, code: string, state: string, keychain: string]

const SPOILINGS: Spoiling[] = [
  [
    'locked',
    (desk) => Object.assign(desk.keychain, { fault: 'KEYCHAIN_LOCKED' }),
    'KEYCHAIN_LOCKED',
    'unreachable',
    'locked',
  ],
  [
    'away',
    (desk) => Object.assign(desk.keychain, { fault: 'KEYCHAIN_UNREACHABLE' }),
    'KEYCHAIN_UNREACHABLE',
    'unreachable',
    'unreachable',
  ],
  ['empty', (desk) => desk.keychain.items.clear(), 'KEYCHAIN_MISSING', 'mismatch', 'absent'],
  [
    'holding another key',
    (desk) => spoil(desk, (item) => ({ ...item, kek: Buffer.from(randomBytes(32)).toString('base64url') })),
    'KEYCHAIN_MISMATCH',
    'mismatch',
    'mismatch',
  ],
  [
    "holding another vault's item",
    (desk) => spoil(desk, (item) => ({ ...item, vaultId: 'c0ffee00-0000-4000-8000-000000000000' })),
    'KEYCHAIN_MISMATCH',
    'mismatch',
    'mismatch',
  ],
  [
    'holding a key that is too short',
    (desk) => spoil(desk, (item) => ({ ...item, kek: 'AAAA' })),
    'KEYCHAIN_MISMATCH',
    'mismatch',
    'mismatch',
  ],
  [
    'holding one field more',
    (desk) => spoil(desk, (item) => ({ ...item, more: 1 })),
    'KEYCHAIN_MISMATCH',
    'mismatch',
    'mismatch',
  ],
  [
    'holding no JSON',
    (desk) => desk.keychain.items.set(onlyItem(desk)[0], '{'),
    'KEYCHAIN_MISMATCH',
    'mismatch',
    'mismatch',
  ],
]

describe('a vault whose keychain is', () => {
  it.each(SPOILINGS)(
    '%s stays shut, says why, and nothing is created or changed [R21]',
    async (_what, spoilIt, code, state, keychain) => {
      const desk = await withVault()
      const before = await desk.closed(vaultRows)
      const whole = new Map(desk.keychain.items)
      spoilIt(desk)
      const spoilt = new Map(desk.keychain.items)
      expect(await desk.code('vault.unlock')).toBe(code)
      expect(await desk.ok('vault.status')).toMatchObject({ state, keychain, lockedBy: null })
      expect(desk.heard.at(-1)).toMatchObject({ state, keychain })
      expect(await desk.code('vault.create')).toBe('VAULT_EXISTS')
      expect(await desk.code('vault.create', { passphrase: WORDS })).toBe('VAULT_EXISTS')
      expect(desk.keychain.items).toEqual(spoilt)
      expect(await desk.closed(vaultRows)).toEqual(before)
      // With its key back, the vault opens as if nothing had been.
      Object.assign(desk.keychain, { fault: null })
      for (const [name, text] of whole) desk.keychain.items.set(name, text)
      expect(await desk.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
    },
  )

  // One a state; each costs two runs of Argon2id.
  it.each(SPOILINGS.slice(0, 4))(
    '%s opens with its passphrase all the same [R21]',
    async (_what, spoilIt, _code, _state, keychain) => {
      const desk = await openVaultDesk()
      await desk.ok('vault.create')
      await desk.ok('vault.setPassphrase', { passphrase: WORDS })
      await desk.ok('vault.lock')
      spoilIt(desk)
      const unusable = keychain === 'locked' || keychain === 'unreachable'
      const open = await desk.ok('vault.unlock', { passphrase: WORDS })
      expect(open).toMatchObject({ state: 'unlocked', keychain: unusable ? 'degraded' : keychain })
      // Locking waits for nothing that the keychain could refuse.
      expect((await desk.ok('vault.lock')).lockedBy).toBe('trader')
    },
  )
})

describe('without a keychain [R22]', () => {
  it('there is no vault without a passphrase, and nothing is left of the attempt', async () => {
    const desk = await openVaultDesk()
    desk.keychain.fault = 'KEYCHAIN_UNREACHABLE'
    expect(await desk.code('vault.create')).toBe('PASSPHRASE_NEEDED')
    expect(await desk.ok('vault.status')).toMatchObject({
      state: 'none',
      slots: { keychain: false, passphrase: false },
    })
    expect(
      await desk.code('accounts.add', {
        venue: 'binance',
        environment: 'live',
        label: 'x',
        apiKey: 'k',
        apiSecret: 's',
      }),
    ).toMatch(/^(NO_VAULT|VAULT_LOCKED)$/)
    expect(await desk.closed(vaultRows)).toEqual({ headers: [], records: [] })
    expect(await desk.ok('vault.create', { passphrase: WORDS })).toMatchObject({
      state: 'unlocked',
      slots: { keychain: false, passphrase: true, recovery: false },
    })
  })

  it('a vault with a passphrase alone opens by it and by nothing else, and leaves the keychain alone', async () => {
    const desk = await openVaultDesk()
    await desk.ok('vault.create', { passphrase: WORDS })
    await desk.ok('vault.lock')
    expect(await desk.code('vault.unlock')).toBe('PASSPHRASE_NEEDED')
    expect((await desk.ok('vault.status')).state).toBe('locked')
    expect(await desk.code('vault.unlock', { passphrase: `${WORDS} ` })).toBe('WRONG_PASSPHRASE')
    expect((await desk.ok('vault.unlock', { passphrase: WORDS })).state).toBe('unlocked')
    expect(desk.keychain.items.size).toBe(0)
    // Without another way in, the passphrase cannot be taken away.
    expect(await desk.code('vault.setPassphrase', { passphrase: null })).toBe('NOT_ALLOWED')
  })
})

test('a keychain that takes the key and gives back another one is not relied on', async () => {
  const desk = await openVaultDesk()
  const { get } = desk.keychain
  desk.keychain.get = async (account) => {
    const text = await get(account)
    // Another letter than the one that is there, whichever that is.
    return text?.replace(/"kek":"(.)/, (_, first: string) => `"kek":"${first === '_' ? '-' : '_'}`) ?? null
  }
  expect(await desk.code('vault.create')).toBe('PASSPHRASE_NEEDED')
  expect((await desk.ok('vault.status')).state).toBe('none')
})

test('headers that cannot be read are damage, never an empty profile', async () => {
  const desk = await withVault()
  await desk.closed((db) => db.exec("UPDATE vault_headers SET bytes = x'00'"))
  expect(await desk.code('vault.unlock')).toBe('VAULT_DAMAGED')
  expect(await desk.code('vault.create', { passphrase: WORDS })).toBe('VAULT_EXISTS')
  expect(desk.keychain.items.size).toBe(1)
})

test('a product does not open what a development build has made, nor the reverse [R38]', async () => {
  for (const [made, opened] of [
    ['product', 'development'],
    ['development', 'product'],
  ] as const) {
    const desk = await openVaultDesk({ build: made })
    await desk.ok('vault.create')
    await desk.ok('vault.setPassphrase', { passphrase: WORDS })
    await desk.closed(() => {}, { build: opened })
    expect(await desk.code('vault.unlock')).toBe('VAULT_DAMAGED')
    expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('VAULT_DAMAGED')
    expect(await desk.code('vault.create')).toBe('VAULT_EXISTS')
    await desk.closed(() => {}, { build: made })
    expect((await desk.ok('vault.unlock')).state).toBe('unlocked')
  }
})
