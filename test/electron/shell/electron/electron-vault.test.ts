// The vault in the Electron shell: how its process is started and ended, when it is locked, and who confirms a command.

import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  confirmCommand,
  lockWithTheScreen,
  utilitySpawner,
} from '../../../../electron/shell/electron/electron-vault.ts'
import { dialog, FakeUtilityProcess, powerMonitor } from '../../../fakes/electron.ts'

const ENTRY = new URL('file:///opt/prelist/vault-process.js')

afterEach(() => {
  vi.unstubAllEnvs()
  powerMonitor.removeAllListeners()
  FakeUtilityProcess.made.length = 0
})

describe('the process', () => {
  test('is given its build, no options, no output, and of the environment only what the keychain needs', () => {
    vi.stubEnv('NODE_OPTIONS', '--inspect')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x')
    vi.stubEnv('HOME', '/home/someone')
    utilitySpawner(ENTRY)('product')
    const [path, args, options] = FakeUtilityProcess.made[0]?.forked ?? []
    expect([path, args]).toEqual(['/opt/prelist/vault-process.js', ['product']])
    expect(options).toMatchObject({ execArgv: [], stdio: 'ignore', env: { HOME: '/home/someone' } })
    expect(Object.keys((options as { env: object }).env)).not.toContain('NODE_OPTIONS')
    expect(Object.keys((options as { env: object }).env)).not.toContain('AWS_SECRET_ACCESS_KEY')
  })

  test('carries messages both ways, and is gone once it has ended', async () => {
    const vault = utilitySpawner(ENTRY)('development')
    const child = FakeUtilityProcess.made[0]
    const heard: unknown[] = []
    vault.onMessage((message) => heard.push(message))
    vault.send({ kind: 'call' })
    child?.emit('message', { kind: 'done' })
    expect(child?.postMessage.mock.calls).toEqual([[{ kind: 'call' }]])
    expect(heard).toEqual([{ kind: 'done' }])
    vault.kill()
    await vault.gone
    expect(vault.pid).toBe(4711)
  })
})

test('sleep and a locked screen lock the vault, each by its name', () => {
  const reasons: string[] = []
  lockWithTheScreen(async (reason) => void reasons.push(reason))
  powerMonitor.emit('suspend')
  powerMonitor.emit('lock-screen')
  powerMonitor.emit('resume')
  expect(reasons).toEqual(['sleep', 'screen-lock'])
})

describe('a command is confirmed', () => {
  test.each([
    [0, false],
    [1, true],
    [2, false],
  ])('by button %i: %s', async (response, confirmed) => {
    dialog.showMessageBox.mockResolvedValueOnce({ response, checkboxChecked: false })
    expect(await confirmCommand('op read "op://x/y"')).toBe(confirmed)
  })

  test('word for word, with no for an answer to Enter and to closing', async () => {
    await confirmCommand('op read "op://x/y"')
    const options = dialog.showMessageBox.mock.calls.at(-1)?.at(-1)
    expect(options).toMatchObject({
      defaultId: 0,
      cancelId: 0,
      detail: expect.stringMatching(/^op read "op:\/\/x\/y"\n/),
    })
  })
})
