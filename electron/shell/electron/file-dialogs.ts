// The system's own dialogs for files, in the Electron shell. What they answer was chosen by the trader, not by the page.

import { BrowserWindow, dialog } from 'electron'
import type { FileChooser } from '../../ports/system.ts'

/** Asks in front of the window that is in use. */
export function createFileDialogs(): FileChooser {
  const filters = (ending: string) => [{ name: ending, extensions: [ending.slice(1)] }]
  return {
    save: async (name, ending) => {
      const options = { defaultPath: name, filters: filters(ending) }
      const parent = BrowserWindow.getFocusedWindow()
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options))
      if (canceled || filePath === '') return null
      // Not every system's dialog adds it; what is there already is refused later, so nothing is written over unasked.
      return filePath.endsWith(ending) ? filePath : filePath + ending
    },
    open: async (ending) => {
      const options = { filters: filters(ending), properties: ['openFile' as const] }
      const parent = BrowserWindow.getFocusedWindow()
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
