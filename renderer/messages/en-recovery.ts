// English text of the screen that stands in for all others while the profile cannot be opened.

import type { ProfileState } from '../../shared/profile.ts'

type Closed = Exclude<ProfileState, 'open'>

const WHAT_HAPPENED: Record<Closed, { title: string; what: string; help: string }> = {
  damaged: {
    title: 'Your profile is damaged',
    what: 'The file that holds your research, notes, holdings and orders cannot be read as it should be.',
    help: 'If you have a copy from before, put its files in place of all that are named prelist.sqlite here, also those with an ending, and try again. Or put the damaged file aside and begin a new profile.',
  },
  missing: {
    title: 'Your profile is missing',
    what: 'There was a profile in this folder before. Its file is no longer there.',
    help: 'If the file was moved, put it back and try again. If it is on another disk, connect that disk first. Or begin a new profile.',
  },
  'too-new': {
    title: 'Your profile is newer than this Prelist',
    what: 'A newer version of Prelist has written the file. This version does not know everything in it, and leaves it alone.',
    help: 'Install the newer version and open the profile with that one. Nothing is wrong with the file.',
  },
  unwritable: {
    title: 'Your profile cannot be opened',
    what: 'The file or its folder cannot be read or written.',
    help: 'Check that the disk is connected and has room, and that you may read and write the folder. Then try again.',
  },
}

export const recovery = {
  asideTo:
    'What is there is moved, not copied and not deleted. It will be in a folder of its own, named by the time, in',
  begin: 'Keep the file aside and start new',
  beginMissing: 'Start new',
  confirm: 'Yes, start new',
  confirmHelp:
    'The new profile starts empty: no notes, no holdings, no own coins, no orders. An order that may still be open at an exchange stays there and is not shown any more.',
  confirmQuestion: 'Begin a new profile?',
  failed: 'That did not work.',
  file: 'File',
  fileName: 'prelist.sqlite',
  folder: 'Folder',
  intro: WHAT_HAPPENED,
  keep: 'No, go back',
  kept: 'Put aside earlier',
  keptHelp: 'Files of earlier profiles are still in these folders:',
  reason: 'What Prelist found',
  stillClosed: 'Tried again: it is still the same.',
  tryAgain: 'Try again',
  trying: 'Trying…',
  unchanged: 'Nothing was changed or deleted.',
  whatToDo: 'What you can do',
} as const
