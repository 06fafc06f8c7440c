// What stands on every screen until it is no longer so: alerts of the audit log, the state of the profile, old keys.

export const noticeReasons = {
  ALERT_MANY_SECRET_USES: {},
  ALERT_SECRET_USED_WHILE_LOCKED: {},
  ALERT_UNLOCK_FAILED_OFTEN: {},
  ALERT_UNKNOWN_SENDER: {},
  ALERT_INPUT_REFUSED_OFTEN: {},
  ALERT_CLOCK_TURNED_BACK: {},
  ALERT_KEY_TOO_OLD: {},
  ALERT_LOG_BROKEN: {},
  ALERT_LOG_CUT: {},
  ALERT_KEYCHAIN_NOT_OURS: {},
  ALERT_ORDER_NOT_JOURNALED: {},

  PRACTICE_NOT_STARTED: { why: 'text' },
  GATEWAY_KEY_CHANGED: { why: 'reason' },
  ROW_NOT_READABLE: { table: 'text', row: 'text', column: 'text', others: 'count' },
  DISK_FULL: {},
  CHANGES_LOST: {},
  PROFILE_DAMAGED: { why: 'reason' },

  TASKS_DUE: { tasks: 'reasons', others: 'count' },
  TASK_DUE: { title: 'text', coin: 'text', at: 'time' },

  KEY_OLD: { keys: 'reasons' },
  KEY_AGE: { account: 'text', days: 'count' },
  KEY_REFUSED: { keys: 'reasons' },
  KEY_REFUSED_OF: { account: 'text', why: 'reason' },
  SAME_ACCOUNT: { accounts: 'texts' },
} as const
