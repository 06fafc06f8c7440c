// English text of the screen that stands in for all others while the profile cannot be opened.

import type { ProfileState } from '../../../shared/profile.ts'

type Closed = Exclude<ProfileState, 'open'>

const WHAT_HAPPENED: Record<Closed, { title: string; what: string; help: string }> = {
  damaged: {
    title: 'Your profile is damaged',
    what: 'The file with your research, notes, holdings and orders can’t be read.',
    help: 'If you have an earlier copy, replace prelist.sqlite and its -wal and -shm files with it and try again. Or move the damaged file aside and start fresh.',
  },
  missing: {
    title: 'Your profile is missing',
    what: 'This folder had a profile, but its file is gone.',
    help: 'If the file was moved, put it back and try again. If it’s on another disk, connect that disk first. Or start a new profile.',
  },
  'too-new': {
    title: 'Your profile is from a newer version',
    what: 'A newer version of Prelist saved this file. This version can’t read all of it, so it won’t touch it.',
    help: 'Install the newer version. Nothing is wrong with the file.',
  },
  unwritable: {
    title: 'Your profile can’t be opened',
    what: 'The file or its folder can’t be read or written.',
    help: 'Check that the disk is connected, has room, and that you can write to the folder. Then try again.',
  },
}

export const recovery = {
  asideTo: 'Nothing is deleted. The old files are moved to a dated folder in',
  begin: 'Move it aside and start fresh',
  beginMissing: 'Start fresh',
  confirm: 'Yes, start fresh',
  confirmHelp:
    'The new profile starts empty: no notes, holdings, added coins or orders. Open orders stay on the exchange, but Prelist won’t show them.',
  confirmQuestion: 'Start a new profile?',
  failed: 'That didn’t work.',
  file: 'File',
  fileName: 'prelist.sqlite',
  folder: 'Folder',
  intro: WHAT_HAPPENED,
  keep: 'No, go back',
  kept: 'Set aside earlier',
  keptHelp: 'Earlier profiles are still in these folders:',
  reason: 'Details',
  stillClosed: 'Still can’t open it.',
  tryAgain: 'Try again',
  trying: 'Trying…',
  unchanged: 'Nothing was changed or deleted.',
  whatToDo: 'What you can do',
} as const
