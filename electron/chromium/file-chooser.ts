// Where files go and come from in the Chromium shell, which has no dialog of the system at hand: one folder of the
// trader's, the same for both ways. The shell alone decides the name; the page shows it before anything is done.

import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result.ts'
import type { FileChooser } from '../ports.ts'

/** Chooses in `Downloads` of the home folder, or in the home folder itself where there is none. */
export function createFileChooser(home: string): FileChooser {
  const folder = () => {
    const downloads = join(home, 'Downloads')
    return statSync(downloads, { throwIfNoEntry: false })?.isDirectory() === true ? downloads : home
  }
  return {
    save: async (name, ending) => {
      const stem = name.slice(0, -ending.length)
      for (let count = 1; ; count++) {
        const path = join(folder(), `${stem}${count === 1 ? '' : `-${count}`}${ending}`)
        if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return path
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
      if (newest !== undefined) return newest.path
      throw new AppError('NOT_FOUND', `There is no file that ends in ${ending} in ${folder()}. Put it there first.`)
    },
  }
}
