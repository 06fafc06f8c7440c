// What the shell promises of the app around the page: ways out, permissions, the network, a second start, and the lock.

import { spawn } from 'node:child_process'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { ELECTRON_ORIGIN } from '../../scripts/driver/electron-app.ts'
import { countingServer, differences, LINKS, runLater, type Shell, settledOn, startOf } from './stage.ts'

const HOME = `${ELECTRON_ORIGIN}/index.html`

/** Puts something into the document that a page loaded in its place does not have. */
const mark = (page: Shell['page']) => page.evaluate('void (window.isThis = true)')

/** Still the same document at its own address, alone, with nothing on the way. */
async function stillThere({ electron }: Shell): Promise<string[]> {
  const windows = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  if (windows !== 1) return differences({ windows }, { windows: 1 })
  const found = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return {
      isLoading: contents?.isLoading(),
      address: contents?.getURL(),
      isThis: await contents?.executeJavaScript('window.isThis === true'),
    }
  })
  return differences(found, { isLoading: false, address: HOME, isThis: true })
}

const AWAY = ['https://example.com/', `${HOME}?again`, 'app://prelist.example/index.html']

/** The page cannot go anywhere, its own address included. */
export async function navigation(shell: Shell): Promise<string[]> {
  const { electron, page } = shell
  await mark(page)
  await electron.evaluate(({ BrowserWindow }) => {
    const tried: { url: string; stopped: boolean }[] = []
    Object.assign(globalThis, { tried })
    // Heard after the shell's own listener, which has decided by then; `will-navigate` is not heard of what this one stops.
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      tried.push({ url: event.url, stopped: event.defaultPrevented })
    })
  })
  for (const [at, address] of AWAY.entries()) {
    await runLater(page, `location.href = '${address}'`)
    const tried = await settledOn(
      () => electron.evaluate(() => (globalThis as unknown as { tried: { url: string; stopped: boolean }[] }).tried),
      (those) => those.length > at,
    )
    if (tried[at]?.stopped !== true) return [`${address} was not stopped: ${JSON.stringify(tried[at])}`]
  }
  return stillThere(shell)
}

/** No second window, whatever it would show. */
export async function windowOpening(shell: Shell): Promise<string[]> {
  const { page } = shell
  await mark(page)
  const addresses = JSON.stringify(['about:blank', HOME, 'https://example.com/'])
  const opened = await page.evaluate(`${addresses}.map((address) => window.open(address) !== null)`)
  const kept = await stillThere(shell)
  return [...differences({ opened }, { opened: [false, false, false] }), ...kept]
}

const QUERIED = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage']

/** Each promise ends as refused, with the name of the error or the answer. */
const REQUESTS = `(async () => {
  const told = (asking) => Promise.resolve().then(asking).then((answer) => 'got ' + String(answer), (error) => error.name)
  return {
    notification: await told(() => Notification.requestPermission()),
    location: await told(() => new Promise((yes, no) =>
      navigator.geolocation.getCurrentPosition(yes, (error) => no({ name: 'code ' + error.code })))),
    screen: await told(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
    midi: await told(() => navigator.requestMIDIAccess({ sysex: true })),
    clipboard: await told(() => navigator.clipboard.readText()),
    storage: await told(() => navigator.storage.persist()),
  }
})()`

/** Whatever the page asks of the person's machine, it is refused without a question. */
export async function permissions({ page }: Shell): Promise<string[]> {
  const queried = (await page.evaluate(
    `Promise.all(${JSON.stringify(QUERIED)}.map(async (name) => [name, (await navigator.permissions.query({ name })).state]))`,
  )) as [name: string, state: string][]
  const requested = (await page.evaluate(REQUESTS)) as Record<string, unknown>
  return [
    ...differences(Object.fromEntries(queried), Object.fromEntries(QUERIED.map((name) => [name, 'denied']))),
    ...differences(requested, {
      ...{ notification: 'got denied', location: 'code 1', storage: 'got false' },
      ...{ screen: 'NotAllowedError', midi: 'SecurityError', clipboard: 'NotAllowedError' },
    }),
  ]
}

/** A download is ended before it has a file. */
export async function downloads({ electron, page }: Shell): Promise<string[]> {
  await electron.evaluate(({ session }) => {
    const downloads: boolean[] = []
    Object.assign(globalThis, { downloads })
    session.defaultSession.on('will-download', (event) => void downloads.push(event.defaultPrevented))
  })
  const link = `const one = document.createElement('a'); one.href = 'data:text/plain,x'; one.download = 'x.txt'; one.click()`
  await runLater(page, link)
  const stopped = await settledOn(
    () => electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads),
    (those) => those.length > 0,
  )
  return differences({ stopped }, { stopped: [true] })
}

/** Nothing of the session reaches a host, not even a window of the shell's own. */
export async function network({ electron }: Shell): Promise<string[]> {
  const server = await countingServer()
  try {
    await electron.evaluate(async ({ BrowserWindow }, address) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL(address).catch(() => {})
      window.destroy()
    }, `${server.origin}/`)
    return differences({ hits: server.hits() }, { hits: 0 })
  } finally {
    server.close()
  }
}

/** A second start, with links among its words, ends at once; the first one's window comes to the front and stays as it is. */
export async function secondStart(shell: Shell): Promise<string[]> {
  const { electron, page } = shell
  await mark(page)
  await electron.evaluate(({ app, BrowserWindow }) => {
    const second: { links: number; focused: number } = { links: 0, focused: 0 }
    Object.assign(globalThis, { second })
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    const focus = window.focus.bind(window)
    window.focus = () => {
      second.focused += 1
      focus()
    }
    app.on('second-instance', (_event, argv) => {
      second.links = argv.filter((word) => /^(prelist|https|file|app):/.test(word)).length
    })
  })
  const { program, env, cwd } = startOf(shell)
  const child = spawn(program, ['.', ...LINKS], { env, cwd, stdio: 'ignore', timeout: 15_000, killSignal: 'SIGKILL' })
  // Null when it had to be ended.
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  const second = await electron.evaluate(() => (globalThis as unknown as { second: object }).second)
  const isHandler = await electron.evaluate(({ app }) => app.isDefaultProtocolClient('prelist'))
  return [
    ...differences({ code, isHandler, ...second }, { code: 0, isHandler: false, links: LINKS.length, focused: 1 }),
    ...(await stillThere(shell)),
  ]
}

/** Sleep and a locked screen lock the vault. */
export async function lockWithScreen({ electron, page }: Shell): Promise<string[]> {
  await askDesktop(page, 'vault.create', {})
  const after = async (event: 'suspend' | 'lock-screen') => {
    await electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    const { state, lockedBy } = await settledOn(
      () => askDesktop(page, 'vault.status', {}),
      (status) => status.state === 'locked',
    )
    return `${state} by ${lockedBy}`
  }
  const suspend = await after('suspend')
  if (suspend.startsWith('locked')) await askDesktop(page, 'vault.unlock', {})
  const screen = await after('lock-screen')
  return differences({ suspend, screen }, { suspend: 'locked by sleep', screen: 'locked by screen-lock' })
}
