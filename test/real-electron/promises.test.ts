// The shell's promises in a real Electron, one after the other in one running app.

import { expect, test } from 'playwright/test'
import { PROMISES } from './promises.ts'
import { openShell, type Shell } from './stage.ts'

let shell: Shell | null = null

test.beforeAll(async () => {
  shell = await openShell()
})
test.afterAll(() => shell?.close())

for (const [name, faultsIn] of Object.entries(PROMISES)) {
  test(name, async () => {
    if (shell === null) throw new Error('the shell did not open')
    expect(await faultsIn(shell)).toEqual([])
  })
}
