// Electron that takes itself for packaged, by the name of its program: switches that would open it to others are dropped.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { OLD_MAIN } from '../../scripts/driver/electron-app.ts'
import { bundleShell } from '../../tools/old-electron/bundle.ts'
import { KEEPS_SWITCHES } from './plants.ts'
import { startOf } from './stage.ts'

const PACKAGED = process.env['PRELIST_E2E_PACKAGED'] ?? ''

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packaged-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

interface Started {
  child: ChildProcess
  /** Whether the page is there. */
  isReady: boolean
  isOpen: boolean
}

/** Starts the program with the driver's door on the command line, and looks whether it is open once the page is there. */
async function start(program: string, main: string): Promise<Started> {
  const port = await freePort()
  const { env, cwd } = startOf({ dataDir: join(folder, 'profile'), main })
  const child = spawn(program, [`--remote-debugging-port=${port}`, '.'], {
    env: { ...env, XDG_DATA_HOME: join(folder, 'data') },
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const isReady = await new Promise<boolean>((resolve) => {
    let said = ''
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('prelist ready')) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
  return { child, isReady, isOpen: await answers(port) }
}

async function end({ child }: Started): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

const CASES: [name: string, program: string, planted: boolean, isOpen: boolean][] = [
  ['from source a developer may look inside', process.env['PRELIST_E2E_ELECTRON'] ?? '', false, true],
  ['packaged nobody may', PACKAGED, false, false],
  ['packaged with the switches kept, the open door is seen', PACKAGED, true, true],
]

for (const [name, program, planted, isOpen] of CASES) {
  test(name, async () => {
    mkdirSync(join(folder, 'profile'))
    if (planted) await bundleShell(join(folder, 'out'), [KEEPS_SWITCHES])
    const started = await start(program, planted ? join(folder, 'out', 'main', 'main.cjs') : OLD_MAIN)
    try {
      expect([started.isReady, started.isOpen]).toEqual([true, isOpen])
    } finally {
      await end(started)
    }
  })
}
