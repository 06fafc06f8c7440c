// Opens an address in the trader's browser, in the Electron shell: the only file that may, and only after a dialog of the system.

import { BrowserWindow, dialog, shell } from 'electron'
import type { OpenOutside } from '../../ports/outside.ts'
import { outsideQuestion } from '../outside-question.ts'

const OPEN = 1

/** Closing the dialog, and Enter, mean no. */
export const openOutside: OpenOutside = async (address) => {
  const { title, text, yes, no } = outsideQuestion(address)
  const options = {
    ...{ type: 'question' as const, message: title, detail: text, buttons: [no, yes] },
    ...{ defaultId: 0, cancelId: 0, noLink: true },
  }
  const parent = BrowserWindow.getFocusedWindow()
  try {
    const { response } = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options))
    if (response !== OPEN || !address.url.startsWith('https://')) return false
    await shell.openExternal(address.url)
    return true
  } catch {
    return false
  }
}
