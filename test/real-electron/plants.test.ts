// Each unsafe setting is planted in a shell of its own, and the promise that it breaks says so.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { bundleShell } from '../../tools/old-electron/bundle.ts'
import { PLANTS } from './plants.ts'
import { PROMISES } from './promises.ts'
import { openShell } from './stage.ts'

for (const { what, breaks, says, edits } of PLANTS) {
  test(`${what}: noticed by “${breaks}”`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plant-'))
    await bundleShell(folder, edits)
    const shell = await openShell(join(folder, 'main', 'main.cjs'))
    try {
      const faults = await PROMISES[breaks](shell)
      expect(faults.join('\n')).toContain(says)
    } finally {
      await shell.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
