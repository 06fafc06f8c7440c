// What the trader does with accounts. Keys go straight to the backend and are kept in no store.

import type { Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import { credentialsAt } from '../../../shared/venues/fact-sheets.ts'
import { sayReason } from '../../answer-words.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { reportDone, reportFailure } from '../../state/report.ts'
import { loadAccounts } from '../../state/session/session-actions.ts'
import { useStatus } from '../../state/status-store.ts'
import { useAccounts } from './accounts-store.ts'

type AccountOperation = Exclude<Extract<OperationName, `accounts.${string}`>, 'accounts.list'>

/** What is said when it worked: a title, or whatever the answer comes to. */
type Done<K extends AccountOperation> = string | null | ((answer: Output<K>) => void)

/** One at a time; a second press meanwhile does nothing. True when it worked; else the status line says why. */
async function run<K extends AccountOperation>(name: K, input: Input<K>, done: Done<K>): Promise<boolean> {
  const { busy, setBusy } = useAccounts.getState()
  if (busy) return false
  setBusy(true)
  try {
    const answer = await call(name, input)
    if (typeof done === 'function') done(answer)
    else if (done !== null) reportDone([done, ...mendedIn(answer), ...uncheckedIn(name, answer)].join(' '))
    return true
  } catch (thrown) {
    noteKeyFault(name, thrown)
    reportFailure(thrown)
    return false
  } finally {
    setBusy(false)
    await loadAccounts()
  }
}

/** Why a key that was kept was not checked: offline it is kept all the same, and may send no live order. */
function uncheckedIn(name: AccountOperation, answer: unknown): string[] {
  const kept = name === 'accounts.add' || name === 'accounts.addReference' || name === 'accounts.finishRotation'
  const check = kept ? (answer as Output<'accounts.add'>).key?.check : null
  if (check?.state === 'not-checked') return [sayReason(check.detail)]
  const isWaiting = name === 'accounts.rotateKey' && (answer as Output<'accounts.rotateKey'>).rotation !== null
  return isWaiting ? [text.accounts.rotateWaits] : []
}

/** What of a key was put right, told once with the success. */
function mendedIn(answer: unknown): string[] {
  const { venue, mended } = (answer ?? {}) as Partial<Output<'accounts.add'>>
  if (venue === undefined || mended === undefined) return []
  return mended.map(({ field, steps }) => {
    const label = credentialsAt(venue).fields.find(({ name }) => name === field)?.label ?? text.accounts.passphrase
    return text.credentials.mended(label, steps)
  })
}

/** Puts what is wrong with a key beside its field. */
function noteKeyFault(form: AccountOperation, thrown: unknown): void {
  const { code, reason: why } = asAppError(thrown)
  const { setKeyFault } = useAccounts.getState()
  if (why.code === 'LOOKS_LIKE_ACCOUNT') setKeyFault(null, why.params.label)
  if (code !== 'BAD_KEY_FORM' || why.code !== 'KEY_FAULT') return
  if (form !== 'accounts.add' && form !== 'accounts.rotateKey') return
  const { field, reason, position } = why.params
  const words = position === null ? text.credentials.reasons[reason] : text.credentials.character(position)
  setKeyFault({ form, field, words })
}

export const addAccount = (input: Input<'accounts.add'>) => run('accounts.add', input, text.accounts.added(input.label))

export const addReference = (input: Input<'accounts.addReference'>) =>
  run('accounts.addReference', input, text.accounts.added(input.label))

export const confirmReference = (accountId: string) =>
  run('accounts.confirmReference', { accountId }, text.accounts.referenceConfirmed)

export const renameAccount = (accountId: string, label: string) =>
  run('accounts.rename', { accountId, label }, text.accounts.renamed)

/** A question that was answered is not yet a key that works. */
function reportCheck({ key }: Output<'accounts.check'>): void {
  const check = key?.check ?? null
  if (check?.state === 'accepted') {
    reportDone(text.accounts.verified)
    return
  }
  const tone = check?.state === 'refused' ? 'bad' : 'warn'
  const detail = check === null ? null : sayReason(check.detail)
  useStatus.getState().say({ tone, title: text.accounts.notVerified, detail })
}

export const checkKey = (accountId: string) => run('accounts.check', { accountId }, reportCheck)

export const rotateKey = (input: Input<'accounts.rotateKey'>) =>
  run('accounts.rotateKey', input, text.accounts.rotateStored)

export const finishRotation = (accountId: string) =>
  run('accounts.finishRotation', { accountId }, text.accounts.rotateAnswered)

export const cancelRotation = (accountId: string) =>
  run('accounts.cancelRotation', { accountId }, text.accounts.rotateCanceled)

export const reportLeak = (accountId: string) => run('accounts.reportLeak', { accountId }, text.accounts.leakReported)

export const leakStep = (input: Input<'accounts.leakStep'>) => run('accounts.leakStep', input, null)

export const endLeak = (accountId: string) => run('accounts.endLeak', { accountId }, text.accounts.leakEnded)

export const allowOneClick = (input: Input<'accounts.allowOneClick'>) =>
  run('accounts.allowOneClick', input, text.accounts.oneClick.allowed)

export const endOneClick = (accountId: string) =>
  run('accounts.endOneClick', { accountId }, text.accounts.oneClick.ended)

/** Removes the account and closes it. */
export async function removeAccount(accountId: string): Promise<void> {
  if (await run('accounts.remove', { accountId }, text.accounts.removed)) useAccounts.getState().open(null)
}
