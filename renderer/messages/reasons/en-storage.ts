// English of the profile, its database and other files on the disk.

import { type Decimal, multiply } from '../../../shared/decimal.ts'
import type { storageReasons } from '../../../shared/reasons/storage.ts'
import { count } from './en-figures.ts'
import { statusInWords } from './en-statuses.ts'
import type { WordsOf } from './words.ts'

const ORDERS = { one: 'order', other: 'orders' }
const ACCOUNTS = { one: 'account', other: 'accounts' }

const share = (limit: Decimal) => `${multiply(limit, '100')}%`

export const storageWords: WordsOf<keyof typeof storageReasons> = {
  PROFILE_UNREADABLE:
    'The profile database is damaged or cannot be read. Nothing was changed; check the disk, or restore a backup.',
  PROFILE_OPEN_ELSEWHERE: 'Prelist is already open with this profile. Use the window that is open.',
  DISK_FULL_NOT_OPENED:
    'The disk is full, so the profile could not be opened. Free some space and start Prelist again.',
  PROFILE_NOT_OPENED:
    'The profile could not be opened. Check that its folder can be read and written, and start Prelist again.',
  BACKUP_PROFILE_UNSOUND: 'The profile in this backup is not sound, so it cannot be restored. Nothing was changed.',
  PROFILE_PART_UNREADABLE:
    'The profile is damaged: a part of it cannot be read. Nothing more is written to it; close Prelist, check the disk, and restore a backup.',
  DISK_FULL_NOT_SAVED: 'The disk is full, so this was not saved. Free some space and try again.',
  NOT_SAVED: 'The profile could not be read or written, so nothing was saved. Check the disk and try again.',
  PROFILE_NEWER: 'This profile was written by a newer version of Prelist. Install that version.',
  PROFILE_DAMAGED_BEGIN_ANEW: 'The profile is damaged; begin a new one first.',
  DATABASE_GONE: 'There was a profile in this folder, and its database is no longer there. Nothing was changed.',
  DATABASE_EMPTY: 'The profile database is empty. Nothing was changed; restore a backup.',
  PREFERENCES_NOT_SAVED: 'The preferences could not be saved. Check the disk and try again.',
  NOT_PUT_ASIDE: 'The files could not be put aside. Nothing was deleted; check the disk.',
  ORDER_NEVER_RECORDED: 'An order that was never recorded cannot change.',
  NO_FILE_WINDOW: 'No window is open in which a file could be chosen.',
  FILE_NOT_CHOSEN: 'This file was not chosen. Choose it first.',
  FILE_PATH_NOT_WHOLE: 'The whole path of the file is needed.',
  FILE_NAME_TAKEN: 'There is a file of this name already. Choose another name.',
  DISK_FULL_FILE: 'The disk is full, so the file was not written. Free some space.',
  FILE_NOT_WRITTEN: 'The file could not be written. Check its folder and the disk.',
  BACKUP_PATH_NOT_WHOLE: 'The whole path of the backup is needed.',
  BACKUP_IN_PROFILE: 'A backup inside the profile would be lost with it. Choose another folder.',
  NO_BACKUP_FILE: 'There is no such backup file. Give its whole path.',
  FILE_NAME_UNUSABLE: "This name can't be used for a file here. Choose a shorter one, or another folder.",
  FOLDER_MISSING: 'The folder of this file does not exist.',
  NO_ROOM_FOR_COPY: 'The profile folder has no room for a copy, or cannot be written. Nothing was changed.',
  BACKUP_NEEDS_LOCK: 'A backup needs a passphrase, or the age recipient that may open it.',
  BACKUP_ONE_LOCK: 'A backup has either a passphrase or a recipient, not both.',
  BACKUP_PASSPHRASE_WRONG: 'This passphrase does not open the backup. Nothing was changed.',
  BACKUP_KEY_WRONG:
    'This key does not open the backup. It needs the age identity that belongs to its recipient. Nothing was changed.',
  BACKUP_WANTS_PASSPHRASE: 'This backup was made with a passphrase. Give that passphrase.',
  BACKUP_WANTS_IDENTITY:
    'This backup was made for an age recipient. Give the identity that belongs to it (AGE-SECRET-KEY-1...).',
  NO_AGE_RECIPIENT: 'This is not an age recipient that Prelist can use. It begins with age1 or age1pq1.',
  NO_AGE_IDENTITY: 'This is not an age identity. It begins with AGE-SECRET-KEY-1 or AGE-SECRET-KEY-PQ-1.',
  BACKUP_UNREADABLE: 'The backup cannot be read. Check that the file is there and is yours.',
  NO_ROOM_FOR_BACKUP: 'The profile folder has no room for the backup, or cannot be written. Nothing was changed.',
  BACKUP_UNSOUND:
    'This file is not a sound backup of Prelist: it is damaged, cut short, or something else. Nothing was changed.',
  DISK_TWO_ANSWERS: 'The disk gave two different answers.',
  BACKUP_HOLDS_NO_VAULT: 'This backup holds no vault.',
  HOST_NOT_ENCRYPTED: 'A venue address must be https, or http on 127.0.0.1.',
  LOG_NOT_WRITTEN_BACK: 'The database could not write its log to its file.',
  COPY_OVERTAKEN: 'Too much was written while the copy was being made. Try again.',
  PROFILE_BEING_CHECKED: 'Prelist is still checking your profile after the start. Try again in a few seconds.',
  PROFILE_CHECK_OVERTAKEN: 'Too much was written while the profile was being checked. Try again when less is going on.',
  FOREIGN_SCHEMA: ({ type, name }) =>
    `The profile database has ${type === 'index' ? 'an' : 'a'} ${type} "${name}" that Prelist didn't create, so it isn't safe to use. Nothing was changed; restore a backup.`,
  BACKUP_ROW_REFUSED: ({ table, row, column }) =>
    `This backup can't be restored: in the table "${table}", row "${row}", the field "${column}" isn't one that Prelist writes. Nothing was changed.`,
  DATABASE_SETTING_REFUSED: ({ name, expected }) => `The database did not accept the setting ${name} = ${expected}.`,
  ORDER_STEP_REFUSED: ({ from, to }) => `An order that is ${statusInWords(from)} cannot become ${statusInWords(to)}.`,
  FILE_ENDING_WANTED: ({ ending }) => `Give the file a name that ends in ${ending}.`,
  BACKUP_ENDING_WANTED: ({ ending }) => `The name of a backup ends in ${ending}.`,
  BACKUP_CUT_SHORT: ({ file }) => `A backup of this name was cut short: delete ${file}, or choose another name.`,
  FILE_CUT_SHORT: ({ ending }) =>
    `There is a file of this name with ${ending} at its end, left by a backup that was cut short. Delete it, or choose another name.`,
  PASSPHRASE_WEAK: ({ least }) =>
    `Whoever gets the file can try passphrases on it forever. Use at least ${least} characters, and not the same few.`,
  ORDERS_WOULD_BE_FORGOTTEN: ({ orders }) =>
    `Not in the backup and still open or not settled: ${count(orders, ORDERS)}. Cancel or settle first, or the backup would make Prelist forget.`,
  BACKUP_OF_OTHER_VAULT: ({ accounts, orders, limits }, say) =>
    `Another vault signed this backup, not yours. It would replace everything here with ${count(accounts, ACCOUNTS)} and ${count(orders, ORDERS)}.${limits === null ? '' : ` ${say(limits)}`} Nothing was changed.`,
  BACKUP_CHANGES_LIMITS: ({ before, after }, say) =>
    `It also changes your limits: from ${say(before)} to ${say(after)}.`,
  LIMITS: ({ project, projectLevel, early, earlyLevel, basis }) =>
    `${share(project)} a project (${projectLevel}), ${share(early)} early stage (${earlyLevel}, ${basis})`,
}
