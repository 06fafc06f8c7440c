// Starts a vault's process, waits for its first answer, prints its number and dies on the spot.

import { writeSync } from 'node:fs'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { forkSpawner } from '../../../../electron/shell/spawner.ts'
import { parentEnvironment } from '../../../../electron/shell/vault-environment.ts'
import { keyServiceClient } from '../../../../electron/vault/rpc/rpc-client.ts'

let pid: number | undefined
const spawn = forkSpawner(new URL('../../../../electron/vault/process.ts', import.meta.url))
const keyService = keyServiceClient({
  spawn: (build) => {
    const child = spawn(build)
    pid = child.pid
    return child
  },
  build: 'product',
  environment: parentEnvironment(process.env),
  sleep: systemClock.sleep,
})
const vaultId = 'c0ffee00-0000-4000-8000-000000000000'
await keyService.create({ vaultId, passphrase: null, at: 0 }, async () => {})
writeSync(1, `${pid}`)
process.kill(process.pid, 'SIGKILL')
