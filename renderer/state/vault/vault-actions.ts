// What the trader does with the vault. A passphrase goes straight to the backend and is kept in no store.

import type { Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import type { VaultStatus } from '../../../shared/vault.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { load, take } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useVault } from './vault-store.ts'

const stateRequests = requests()

/** Takes in the state of the vault. */
export function noteVault(status: VaultStatus): void {
  take(stateRequests, useVault.getState().put, status)
}

/** Asks for the state of the vault. */
export async function loadVault(): Promise<void> {
  await load(stateRequests, useVault.getState().put, () => call('vault.status', {}))
}

type VaultOperation = Extract<OperationName, `vault.${string}`>

/** One operation at a time; a second press meanwhile does nothing. True when it worked. */
async function run<K extends VaultOperation>(
  name: K,
  input: Input<K>,
  done: (value: Output<K>) => string | null,
): Promise<boolean> {
  const { busy, setBusy } = useVault.getState()
  if (busy) return false
  setBusy(true)
  try {
    const value = await call(name, input)
    noteVault(value)
    const message = done(value)
    if (message !== null) reportDone(message)
    return true
  } catch (thrown) {
    reportFailure(thrown)
    await loadVault()
    return false
  } finally {
    setBusy(false)
  }
}

const some = (typed: string) => (typed === '' ? undefined : typed)

export const createVault = (passphrase: string) =>
  run('vault.create', { passphrase: some(passphrase) }, () => text.done.vault.created)

/** By the keychain where nothing was typed. */
export const unlockVault = ({ passphrase = '', identity = '' }: { passphrase?: string; identity?: string }) =>
  run('vault.unlock', { passphrase: some(passphrase), identity: some(identity) }, () => text.done.vault.unlocked)

export const lockVault = () => run('vault.lock', {}, ({ lockedBy }) => text.done.vault.lockedBy(lockedBy ?? 'trader'))

/** `null` removes it. */
export const setPassphrase = (passphrase: string | null) =>
  run('vault.setPassphrase', { passphrase }, () =>
    passphrase === null ? text.done.vault.passphraseRemoved : text.done.vault.passphraseSaved,
  )

export const rotateVault = (what: 'wrapping-key' | 'data-key') =>
  run('vault.rotate', { what }, () => text.done.vault.rotated[what])

/** Asks where to write the recovery key, then has it written; the page never sees it. */
export async function writeRecoveryKit(): Promise<void> {
  try {
    const { path } = await call('files.chooseSave', { purpose: 'recovery-kit' })
    if (path !== null) await run('vault.writeRecoveryKit', { path }, () => text.done.vault.kitSaved(path))
  } catch (thrown) {
    reportFailure(thrown)
  }
}
