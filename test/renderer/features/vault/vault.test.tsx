// The vault's card in each state, and its actions: one at a time, and what they say when they fail.

import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { UnlockForms } from '../../../../renderer/features/vault/VaultForms.tsx'
import { StateFacts, StateWords } from '../../../../renderer/features/vault/VaultState.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadOrders } from '../../../../renderer/state/orders/orders-actions.ts'
import { useOrders } from '../../../../renderer/state/orders/orders-store.ts'
import { chooseBackup, restoreBackup, writeBackup } from '../../../../renderer/state/profile/backup-actions.ts'
import { useBackup } from '../../../../renderer/state/profile/backup-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import { subscribe } from '../../../../renderer/state/subscriptions.ts'
import { createVault, loadVault, lockVault, unlockVault } from '../../../../renderer/state/vault/vault-actions.ts'
import { useVault } from '../../../../renderer/state/vault/vault-store.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { BackupReport, KeychainState, VaultState, VaultStatus } from '../../../../shared/vault.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { noVault } from '../../fakes/fake-vault.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

let desktop: FakeDesktop
const asked = () => desktop.calls.map(({ name }) => name)
const state = () => useVault.getState().vault.value?.state
const said = () => useStatus.getState().message?.title

beforeEach(() => {
  desktop = setUpPage()
})

test('is made, locked and opened; news of others is taken in', async () => {
  subscribe()
  await loadVault()
  expect(state()).toBe('none')
  await createVault('')
  expect(desktop.calls.at(-1)).toEqual({ name: 'vault.create', input: { passphrase: undefined } })
  expect(state()).toBe('unlocked')
  await lockVault()
  expect([state(), said()]).toEqual(['locked', 'Vault locked.'])
  await unlockVault({ passphrase: 'words' })
  expect(desktop.calls.at(-1)?.input).toEqual({ passphrase: 'words', identity: undefined })
  desktop.emit('vault.changed', { ...noVault().status, state: 'locked', lockedBy: 'idle' })
  expect(state()).toBe('locked')
})

test('one operation at a time, and a failure says why and asks for the state anew', async () => {
  let answer = () => {}
  desktop.answer('vault.unlock', async () => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return refuse('WRONG_PASSPHRASE', 'It opens nothing.')
  })
  const first = unlockVault({ passphrase: 'a' })
  expect(await unlockVault({ passphrase: 'b' })).toBe(false)
  answer()
  expect(await first).toBe(false)
  expect(asked()).toEqual(['vault.unlock', 'vault.status'])
  expect(said()).toBe(`${text.errors.WRONG_PASSPHRASE.title}.`)
  expect(useVault.getState().busy).toBe(false)
})

describe('in words', () => {
  const of = (change: Partial<VaultStatus>): VaultStatus => ({ ...noVault().status, ...change })
  const states: VaultState[] = ['none', 'locked', 'unlocked', 'unreachable', 'mismatch']
  const keychains: KeychainState[] = ['ok', 'absent', 'locked', 'unreachable', 'mismatch', 'degraded']

  test('each state and each answer of the keychain has its own', () => {
    const words = states.map((each) => renderToStaticMarkup(<StateWords status={of({ state: each })} />))
    expect(new Set(words).size).toBe(states.length)
    const facts = keychains.map((keychain) => renderToStaticMarkup(<StateFacts status={of({ keychain })} />))
    expect(new Set(facts).size).toBe(keychains.length)
    expect(renderToStaticMarkup(<StateFacts status={of({})} />)).toContain(text.vault.keychainNotAsked)
  })

  test('a wait after wrong passphrases names its end', () => {
    const retryAt = '2026-11-24T10:00:00.000Z'
    const markup = renderToStaticMarkup(<StateWords status={of({ state: 'locked', retryAt })} />)
    expect(markup).toContain(
      text.vault.retryAt(new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(new Date(retryAt))),
    )
  })

  test('only the ways that a vault has are offered', () => {
    const offers = (slots: VaultStatus['slots']) =>
      [...renderToStaticMarkup(<UnlockForms slots={slots} />).matchAll(/<button[^>]*>([^<]*)/g)].map(
        ([, label]) => label,
      )
    const none = { keychain: false, passphrase: false, recovery: false }
    expect(offers({ ...none, keychain: true })).toEqual([text.vault.unlockKeychain])
    expect(offers({ ...none, passphrase: true, recovery: true })).toEqual([
      text.vault.unlockPassphrase,
      text.vault.unlockRecovery,
    ])
    expect(renderToStaticMarkup(<UnlockForms slots={none} />)).toContain(text.vault.noWay)
  })

  test('a field for a secret holds no value in what is drawn', () => {
    const markup = renderToStaticMarkup(<UnlockForms slots={{ keychain: false, passphrase: true, recovery: true }} />)
    const fields = markup.match(/<input[^>]*>/g) ?? []
    expect(fields).toHaveLength(2)
    for (const field of fields) {
      expect(field).toContain('type="password"')
      expect(field).toMatch(/autocomplete="off"/i)
      expect(field).not.toContain('value=')
    }
  })
})

describe('backups', () => {
  test('a file that was not chosen is not written to', async () => {
    desktop.answer('files.chooseSave', () => ({ path: null }))
    expect(await writeBackup({ passphrase: 'words' })).toBe(false)
    expect(asked()).toEqual(['files.chooseSave'])
    expect(useBackup.getState()).toMatchObject({ busy: null, done: null })
  })

  test('the report of what was written is kept', async () => {
    expect(await writeBackup({ recipient: 'age1x' })).toBe(true)
    expect(desktop.calls.at(-1)?.input).toEqual({ path: '/home/trader/Downloads/backup', recipient: 'age1x' })
    expect(useBackup.getState().done).toMatchObject({ what: 'write', report: { counts: { orders: 1 } } })
  })

  test('after a restore nothing of the state before is left on the page', async () => {
    desktop = setUpPage({ filled: true })
    await loadOrders()
    expect(useOrders.getState().orders.value?.length).toBeGreaterThan(0)
    await chooseBackup()
    desktop.state.orders = []
    expect(await restoreBackup(useBackup.getState().chosen ?? '', { passphrase: 'words' })).toBe(true)
    expect(useOrders.getState().orders.value).toEqual([])
    expect(useBackup.getState()).toMatchObject({ chosen: null, done: { what: 'restore' } })
  })

  test('a restore that failed leaves the question open, and everything as it was', async () => {
    const onFailure = vi.fn(() => refuse('WRONG_PASSPHRASE', 'It opens nothing.'))
    desktop.answer('backup.import', onFailure)
    await chooseBackup()
    expect(await restoreBackup('/x.age', { identity: 'x' })).toBe(false)
    expect(asked()).toEqual(['files.chooseOpen', 'backup.import'])
    expect(useBackup.getState().chosen).not.toBeNull()
  })

  test('a backup of another vault is asked about in words', async () => {
    desktop.answer('backup.import', () =>
      refuse('ANOTHER_VAULT', reason('BACKUP_OF_OTHER_VAULT', { accounts: 1, orders: 2, limits: null })),
    )
    await chooseBackup()
    expect(await restoreBackup('/x.age', { identity: 'x' })).toBe(false)
    expect(useBackup.getState().warning).toMatch(/^This backup is from another vault.* 1 account and 2 orders\./)
  })

  test('progress is shown of the backup that this page has written, and of no other', async () => {
    subscribe()
    const progress = { done: 1, total: 2 }
    desktop.emit('backup.progress', progress)
    expect(useBackup.getState().progress).toBeNull()
    const report = Promise.withResolvers<BackupReport>()
    desktop.answer('backup.export', () => report.promise)
    const written = writeBackup({ passphrase: 'words' })
    desktop.emit('backup.progress', progress)
    expect(useBackup.getState().progress).toEqual(progress)
    report.reject(new AppError('STORAGE_FAILED', reason('CLOSING')))
    await written
    expect(useBackup.getState().progress).toBeNull()
  })
})
