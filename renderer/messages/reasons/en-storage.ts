// English of the profile, its database and other files on the disk.

import { type Decimal, multiply } from '../../../shared/decimal.ts'
import type { storageReasons } from '../../../shared/reasons/storage.ts'
import { count } from './en-count.ts'
import { BASES, LEVELS } from './en-figures.ts'
import { statusInWords } from './en-statuses.ts'
import type { WordsOf } from './words.ts'

const ORDERS = { one: 'order', other: 'orders' }
const ACCOUNTS = { one: 'account', other: 'accounts' }

const share = (limit: Decimal) => `${multiply(limit, '100')}%`

export const storageWords: WordsOf<keyof typeof storageReasons> = {
  PROFILE_UNREADABLE:
    'The profile database is damaged or unreadable. Nothing was changed. Check the disk, or restore a backup.',
  PROFILE_OPEN_ELSEWHERE: 'Prelist is already open with this profile. Use the window that is open.',
  DISK_FULL_NOT_OPENED: 'The disk is full, so the profile can’t be opened. Free some space and restart Prelist.',
  PROFILE_NOT_OPENED:
    'The profile can’t be opened. Check that its folder is readable and writable, then restart Prelist.',
  BACKUP_PROFILE_UNSOUND: 'The profile in this backup is damaged. Nothing was changed.',
  PROFILE_PART_UNREADABLE:
    'Part of the profile is unreadable, so nothing more is saved. Close Prelist, check the disk, and restore a backup.',
  DISK_FULL_NOT_SAVED: 'The disk is full, so this wasn’t saved. Free some space and try again.',
  NOT_SAVED: 'The profile can’t be read or written, so nothing was saved. Check the disk and try again.',
  PROFILE_NEWER: 'This profile is from a newer version of Prelist. Install that version.',
  PROFILE_DAMAGED_BEGIN_ANEW: 'The profile is damaged. Start a new one first.',
  DATABASE_GONE: 'This folder had a profile, but its database is gone. Nothing was changed.',
  DATABASE_EMPTY: 'The profile database is empty. Nothing was changed. Restore a backup.',
  PREFERENCES_NOT_SAVED: 'Couldn’t save your preferences. Check the disk and try again.',
  NOT_PUT_ASIDE: 'Couldn’t move the files aside. Nothing was deleted. Check the disk.',
  ORDER_NEVER_RECORDED: 'An order that was never saved can’t change.',
  NO_FILE_WINDOW: 'Open a Prelist window to choose a file.',
  FILE_NOT_CHOSEN: 'Choose the file first.',
  FILE_PATH_NOT_WHOLE: 'Enter the file’s full path.',
  FILE_NAME_TAKEN: 'A file with this name already exists. Choose another name.',
  DISK_FULL_FILE: 'The disk is full, so the file wasn’t saved. Free some space.',
  FILE_NOT_WRITTEN: 'Couldn’t save the file. Check its folder and the disk.',
  BACKUP_PATH_NOT_WHOLE: 'Enter the backup’s full path.',
  BACKUP_IN_PROFILE: 'A backup inside the profile folder would be lost with it. Choose another folder.',
  NO_BACKUP_FILE: 'No such backup file. Enter its full path.',
  FILE_NAME_UNUSABLE: 'You can’t use this file name here. Choose a shorter one, or another folder.',
  FOLDER_MISSING: 'This folder doesn’t exist.',
  NO_ROOM_FOR_COPY: 'The profile folder is full or not writable. Nothing was changed.',
  BACKUP_NEEDS_LOCK: 'Set a passphrase or an age recipient for the backup.',
  BACKUP_ONE_LOCK: 'Use either a passphrase or a recipient, not both.',
  BACKUP_PASSPHRASE_WRONG: 'Wrong backup passphrase. Nothing was changed.',
  BACKUP_KEY_WRONG: 'This identity doesn’t open the backup. Nothing was changed.',
  BACKUP_WANTS_PASSPHRASE: 'This backup has a passphrase. Enter it.',
  BACKUP_WANTS_IDENTITY: 'This backup needs an age identity. Enter it (AGE-SECRET-KEY-1…).',
  NO_AGE_RECIPIENT: 'Not an age recipient Prelist can use. It starts with age1 or age1pq1.',
  NO_AGE_IDENTITY: 'Not an age identity. It starts with AGE-SECRET-KEY-1 or AGE-SECRET-KEY-PQ-1.',
  BACKUP_UNREADABLE: 'Can’t read the backup. Check that the file exists and is yours.',
  NO_ROOM_FOR_BACKUP: 'The profile folder has no room for the backup or isn’t writable. Nothing was changed.',
  BACKUP_UNSOUND: 'This isn’t a valid Prelist backup, or it’s damaged or cut short. Nothing was changed.',
  DISK_TWO_ANSWERS: 'The disk returned two different results. Check the disk.',
  BACKUP_HOLDS_NO_VAULT: 'This backup has no vault.',
  HOST_NOT_ENCRYPTED: 'The exchange’s address must use https, or http on 127.0.0.1.',
  LOG_NOT_WRITTEN_BACK: 'The database couldn’t save its log.',
  COPY_OVERTAKEN: 'The profile changed too much while it was copied. Try again.',
  PROFILE_BEING_CHECKED: 'We’re still checking your profile. Try again in a few seconds.',
  PROFILE_CHECK_OVERTAKEN: 'The profile changed too much during the check. Try again when less is going on.',
  FOREIGN_SCHEMA: ({ type, name }) =>
    `The profile database has ${type === 'index' ? 'an' : 'a'} ${type} “${name}” that Prelist didn’t create, so it isn’t safe to use. Nothing was changed. Restore a backup.`,
  BACKUP_ROW_REFUSED: ({ table, row, column }) =>
    `Can’t restore this backup: field “${column}” in table “${table}”, row “${row}”, isn’t valid. Nothing was changed.`,
  DATABASE_SETTING_REFUSED: ({ name, expected }) => `The database didn’t accept the setting ${name} = ${expected}.`,
  ORDER_STEP_REFUSED: ({ from, to }) => `An order that is ${statusInWords(from)} can’t become ${statusInWords(to)}.`,
  FILE_ENDING_WANTED: ({ ending }) => `The file name must end in ${ending}.`,
  BACKUP_ENDING_WANTED: ({ ending }) => `The backup’s name must end in ${ending}.`,
  BACKUP_CUT_SHORT: ({ file }) =>
    `An earlier backup with this name was cut short. Delete ${file}, or choose another name.`,
  FILE_CUT_SHORT: ({ ending }) =>
    `An unfinished backup left a file with this name ending in ${ending}. Delete it, or choose another name.`,
  PASSPHRASE_WEAK: ({ least }) =>
    `Use at least ${least} varied characters. Anyone with the file can keep guessing the passphrase.`,
  ORDERS_WOULD_BE_FORGOTTEN: ({ orders }) =>
    `${count(orders, ORDERS)} here ${orders === 1 ? 'is' : 'are'} open or unconfirmed and not in this backup. Cancel first, or Prelist would lose track.`,
  BACKUP_OF_OTHER_VAULT: ({ accounts, orders, limits }, say) =>
    `This backup is from another vault. It would replace everything here with ${count(accounts, ACCOUNTS)} and ${count(orders, ORDERS)}.${limits === null ? '' : ` ${say(limits)}`} Nothing was changed.`,
  BACKUP_CHANGES_LIMITS: ({ before, after }, say) => `Your limits now: ${say(before)}. In the backup: ${say(after)}.`,
  LIMITS: ({ project, projectLevel, early, earlyLevel, basis }) =>
    `${share(project)} per project (${LEVELS[projectLevel]}), ${share(early)} early-stage (${LEVELS[earlyLevel]}, ${BASES[basis]})`,
}
