// An address is opened after the trader has agreed to it in a dialog of the system, and not otherwise.

import { beforeEach, expect, test } from 'vitest'
import { openOutside } from '../../../../electron/shell/electron/open-outside.ts'
import { dialog, shell } from '../../../fakes/electron.ts'

const ADDRESS = { url: 'https://www.peaq.network/build', domain: 'peaq.network' }

beforeEach(() => {
  shell.openExternal.mockReset()
})

test.each([
  [0, false],
  [1, true],
  [2, false],
])('by button %i: %s', async (response, opened) => {
  dialog.showMessageBox.mockResolvedValueOnce({ response, checkboxChecked: false })
  expect(await openOutside(ADDRESS)).toBe(opened)
  expect(shell.openExternal.mock.calls).toEqual(opened ? [[ADDRESS.url]] : [])
})

test('the dialog names the domain and shows the whole address, with no for an answer to Enter and to closing', async () => {
  await openOutside(ADDRESS)
  expect(dialog.showMessageBox.mock.calls.at(-1)?.at(-1)).toMatchObject({
    ...{ message: 'Open peaq.network in your browser?', buttons: ['Cancel', 'Open'], defaultId: 0, cancelId: 0 },
    detail: expect.stringMatching(/^https:\/\/www\.peaq\.network\/build\n/),
  })
})

test('nothing but https leaves, and a system that opens nothing is no failure of the app', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1, checkboxChecked: false })
  expect(await openOutside({ ...ADDRESS, url: 'smb://peaq.network/' })).toBe(false)
  expect(shell.openExternal).not.toHaveBeenCalled()
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1, checkboxChecked: false })
  shell.openExternal.mockRejectedValueOnce(new Error('no browser'))
  expect(await openOutside(ADDRESS)).toBe(false)
})
