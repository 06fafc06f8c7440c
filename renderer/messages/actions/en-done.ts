// English of what the status line says once something was done. What does it is loaded first, and the screens on which it is
// asked for are not: so these words are apart from theirs.

import type { LockReason } from '../../../shared/vault.ts'
import { count } from '../reasons/en-count.ts'

const LOCKED_BY: Record<LockReason, string> = {
  trader: 'Vault locked.',
  idle: 'Vault locked: not used for a while.',
  sleep: 'Vault locked: the computer went to sleep.',
  'screen-lock': 'Vault locked: the screen was locked.',
  'process-ended': 'Vault locked: its process ended.',
  closing: 'Vault locked: Prelist was closed.',
}

export const done = {
  airdrops: {
    booked: (name: string) => `Claim booked. ${name} was added to your holdings.`,
    exported: (entries: number, path: string) =>
      `${count(entries, { one: 'deadline', other: 'deadlines' })} exported to ${path}`,
    markedDone: (title: string) => `Done: ${title}`,
    markedOpen: (title: string) => `Not done: ${title}`,
    offBoard: (name: string) => `${name} is off the board.`,
    removed: (title: string) => `Removed: ${title}`,
    saved: (title: string) => `Saved: ${title}`,
  },
  log: {
    exported: (entries: number, path: string) =>
      `${count(entries, { one: 'entry', other: 'entries' })} saved to ${path}.`,
  },
  portfolio: {
    holdingSaved: (name: string) => `Holding of ${name} saved.`,
    removed: (name: string) => `Holding of ${name} removed.`,
    rulesSaved: 'Limits saved.',
  },
  vault: {
    created: 'Vault created.',
    kitSaved: (path: string) => `Recovery key saved to ${path}. Print it and delete the file.`,
    lockedBy: (reason: LockReason) => LOCKED_BY[reason],
    passphraseRemoved: 'Passphrase removed.',
    passphraseSaved: 'Passphrase set.',
    rotated: {
      'wrapping-key': 'Keychain key rotated.',
      'data-key': 'Data key rotated. Your API keys are being re-encrypted.',
    },
    unlocked: 'Vault unlocked.',
  },
  tickersSaved: (name: string) => `Tickers of ${name} saved.`,
} as const
