// English of what stands on every screen until it is no longer so.

import type { noticeReasons } from '../../../shared/reasons/notices.ts'
import { count } from './en-count.ts'
import { momentInWords } from './en-figures.ts'
import { sentences } from './sentences.ts'
import type { WordsOf } from './words.ts'

export const noticeWords: WordsOf<keyof typeof noticeReasons> = {
  ALERT_MANY_SECRET_USES: 'A key was used unusually often. See Activity for details.',
  ALERT_SECRET_USED_WHILE_LOCKED: 'A key was used while the vault was locked. Lock the vault and check Activity.',
  ALERT_UNLOCK_FAILED_OFTEN: 'Five failed attempts to unlock the vault. If that wasn’t you, someone else is trying.',
  ALERT_UNKNOWN_SENDER: 'Something other than Prelist’s page tried to call it and was blocked.',
  ALERT_INPUT_REFUSED_OFTEN: 'Prelist rejected many malformed calls in a short time.',
  ALERT_CLOCK_TURNED_BACK: 'The system clock was set back; log times may be out of order.',
  ALERT_KEY_TOO_OLD: 'A key is over 85 days old. Replace it under Accounts.',
  ALERT_LOG_BROKEN: 'The audit log has been altered. See Activity for details.',
  ALERT_LOG_CUT: 'The end of the audit log is missing, or this profile was replaced by an older copy.',
  ALERT_KEYCHAIN_NOT_OURS: 'The keychain’s key doesn’t match this vault.',
  ALERT_ORDER_NOT_JOURNALED:
    'A key was used for an order Prelist doesn’t know. Pause new orders and check the exchange.',

  PRACTICE_NOT_STARTED: ({ why }) => `The practice exchange can’t start: ${why}. Everything else works.`,
  GATEWAY_KEY_CHANGED: ({ why }, say) => say(why),
  ROW_NOT_READABLE: ({ table, row, column, others }) => {
    const more = others === 0 ? '' : ` and ${others} more`
    return `Part of your profile can’t be read and is left out: table “${table}”, row “${row}”, field “${column}”${more}. Restore a backup to get it back.`
  },
  DISK_FULL:
    'The disk is full, so new orders are paused. You can still cancel orders and read everything. Free some space.',
  CHANGES_LOST:
    'Prelist closed unexpectedly and lost its latest changes. Recent orders might be missing here, so new orders are paused. Check your open orders on each exchange, then resume.',
  PROFILE_DAMAGED: ({ why }, say) => say(why),

  TASKS_DUE: ({ tasks, others }, say) =>
    `Airdrop tasks due: ${tasks.map(say).join('; ')}${others === 0 ? '' : ` and ${others} more`}. See Airdrops.`,
  TASK_DUE: ({ title, coin, at }) => `${title} (${coin}), by ${momentInWords(at)}`,

  KEY_OLD: ({ keys }, say) => `Replace keys after 90 days: ${keys.map(say).join(', ')}. See Accounts.`,
  KEY_AGE: ({ account, days }) => `${account} (${count(days, { one: 'day', other: 'days' })})`,
  KEY_REFUSED: ({ keys }, say) => sentences(...keys.map(say), 'See Accounts.'),
  KEY_REFUSED_OF: ({ account, why }, say) => `${account}: ${say(why)}`,
  SAME_ACCOUNT: ({ accounts }) =>
    `These are the same account on the exchange, so they’re counted once: ${accounts.join(', ')}.`,
}
