// Where files go and come from in the Chromium shell, which has no dialog of the system at hand: one folder of the
// trader's, the same for both ways. The shell alone decides the name, and asks in a window of its own: a page that was taken
// over must not be able to write a backup, and with it every key, to a file by itself.

import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/result.ts'
import type { FileChooser } from '../../ports/system.ts'
import type { Question } from './ask-outside.ts'

const SAVE_ANY = { title: 'Save this file?', text: 'Prelist will save a file.', yes: 'Save', no: 'Cancel' }
/** What whoever gets the file can do with it, by its ending. */
const SAVE: Readonly<Record<string, Question>> = {
  '.age': {
    ...SAVE_ANY,
    title: 'Save a backup?',
    text: 'Anyone who can open it can use your API keys. If you didn’t just ask for a backup, cancel.',
  },
  '.txt': {
    ...SAVE_ANY,
    title: 'Save a recovery key?',
    text: 'Anyone with it and your profile can open your vault. If you didn’t just ask for it, cancel.',
  },
}

/** Chooses in `Downloads` of the home folder, or in the home folder itself where there is none. */
export function createFileChooser(home: string, ask: (question: Question) => Promise<boolean>): FileChooser {
  const folder = () => {
    const downloads = join(home, 'Downloads')
    return statSync(downloads, { throwIfNoEntry: false })?.isDirectory() === true ? downloads : home
  }
  return {
    save: async (name, ending) => {
      const stem = name.slice(0, -ending.length)
      for (let count = 1; ; count++) {
        const path = join(folder(), `${stem}${count === 1 ? '' : `-${count}`}${ending}`)
        if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue
        return (await ask({ ...(SAVE[ending] ?? SAVE_ANY), text: `${(SAVE[ending] ?? SAVE_ANY).text}\n\n${path}` }))
          ? path
          : null
      }
    },
    open: async (ending) => {
      const found = readdirSync(folder())
        .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
        .map((name) => join(folder(), name))
        .flatMap((path) => {
          const facts = lstatSync(path, { throwIfNoEntry: false })
          return facts?.isFile() === true ? [{ path, at: facts.mtimeMs }] : []
        })
      const newest = found.sort((a, b) => b.at - a.at)[0]
      if (newest !== undefined) {
        const text = `This is the newest such file in that folder. We’ll ask again before replacing anything.\n\n${newest.path}`
        return (await ask({ title: 'Open this file?', text, yes: 'Open', no: 'Cancel' })) ? newest.path : null
      }
      throw new AppError('NOT_FOUND', `No ${ending} file in ${folder()}. Put it there first.`)
    },
  }
}
