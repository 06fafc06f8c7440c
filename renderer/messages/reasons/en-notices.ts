// English of what stands on every screen until it is no longer so.

import type { noticeReasons } from '../../../shared/reasons/notices.ts'
import { count } from './en-figures.ts'
import type { WordsOf } from './words.ts'

export const noticeWords: WordsOf<keyof typeof noticeReasons> = {
  ALERT_MANY_SECRET_USES: 'A key was used unusually often. The Activity screen shows for what.',
  ALERT_SECRET_USED_WHILE_LOCKED:
    'A key was used while the vault was locked. Lock the vault and look at the Activity screen.',
  ALERT_UNLOCK_FAILED_OFTEN: 'Unlocking the vault failed five times. If that was not you, somebody else is trying.',
  ALERT_UNKNOWN_SENDER: 'Something that is not the page of Prelist tried to call it, and was refused.',
  ALERT_INPUT_REFUSED_OFTEN: 'Prelist refused many malformed calls in a short time.',
  ALERT_CLOCK_TURNED_BACK:
    'The clock of this machine was turned back. Times in the log before and after may not compare.',
  ALERT_KEY_TOO_OLD: 'A key is older than 85 days. Replace it on the Accounts screen.',
  ALERT_LOG_BROKEN: 'The audit log was changed from outside. The Activity screen shows where.',
  ALERT_LOG_CUT: 'The end of the audit log is missing, or an older profile was put in place of this one.',
  ALERT_KEYCHAIN_NOT_OURS: 'The keychain holds another key than the one that this vault was made with.',
  ALERT_ORDER_NOT_JOURNALED:
    'A key was used for an order that the journal does not hold. Halt sending and check at the exchange.',

  PRACTICE_NOT_STARTED: ({ why }) =>
    `The practice exchange cannot start: ${why}. Nothing of it was changed, and the rest of Prelist works.`,
  GATEWAY_KEY_CHANGED: ({ why }, say) => say(why),
  ROW_NOT_READABLE: ({ table, row, column, others }) => {
    const more = others === 0 ? '' : ` and ${others} more`
    return `A part of your profile can't be read and is left out: table "${table}", row "${row}", field "${column}"${more}. Restore a backup to get it back.`
  },
  DISK_FULL:
    'The disk is full: no new orders are placed. Orders can be canceled and everything can be read. Free some space.',
  CHANGES_LOST:
    'Prelist was cut off last time, and its latest changes are missing from this profile. Orders placed last may not be listed, so new orders are paused. Check your open orders on each exchange, then resume.',
  PROFILE_DAMAGED: ({ why }, say) => say(why),

  KEY_OLD: ({ keys }, say) => `Keys should be replaced after 90 days: ${keys.map(say).join(', ')}. See Accounts.`,
  KEY_AGE: ({ account, days }) => `${account} (${count(days, { one: 'day', other: 'days' })})`,
  KEY_REFUSED: ({ keys }, say) => `${keys.map(say).join(' ')} See Accounts.`,
  KEY_REFUSED_OF: ({ account, why }, say) => `${account}: ${say(why)}`,
  SAME_ACCOUNT: ({ accounts }) =>
    `These are one account at the exchange, and are counted once: ${accounts.join(', ')}.`,
}
