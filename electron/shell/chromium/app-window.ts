// Opens the page in an app window of an installed Chromium: pages by request interception, the backend by a binding,
// no port, no network. The sender's frame and address are checked on every call.

import { type BrowserContext, chromium, type Page, type Route } from 'playwright'
import { EVENT_NAMES, type OperationName } from '../../../shared/contract/contract.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { Backend } from '../../app/backend.ts'
import { trustedSender } from '../../ipc/trusted-sender.ts'
import { createPageDocument } from '../page-document.ts'
import type { PageFiles } from '../page-files.ts'
import { answerRequest, type PageSite } from '../page-protocol.ts'
import { askOn, type Question } from './ask-outside.ts'
import { EVENTS_BINDING, INVOKE_BINDING } from './bindings.ts'
import { createEventQueue } from './event-queue.ts'
import { PERMISSIONS_POLICY } from './permissions-policy.ts'

/** A name that can never resolve (RFC 2606): if the interception ever failed, nothing would be reached. */
export const ORIGIN = 'https://app.prelist.invalid'

export interface AppWindowOptions {
  backend: Pick<Backend, 'dispatch' | 'on'>
  pages: PageFiles
  /** The built file that draws the first screen into the document; without it the page draws it by itself. */
  firstScreen?: URL
  /** The built script that makes `window.desktop`. */
  bridge: string
  /** Path of an installed Chromium, Chrome or Edge. */
  browser: string
  /** Chromium refuses its sandbox when it runs as root; otherwise it stays on. */
  asRoot: boolean
  headless?: boolean
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** Its name; each window has tickets and a chosen account of its own. */
  name?: string
}

export interface AppWindow {
  page: Page
  context: BrowserContext
  /** Resolves when the trader has closed the window or the browser has ended. */
  closed: Promise<void>
  close(): Promise<void>
  /** Asks the trader in a window of its own, one question at a time. */
  ask(question: Question): Promise<boolean>
}

const ARGUMENTS = [
  `--app=data:text/html,<title>Prelist</title>`,
  '--window-size=1440,900',
  '--deny-permission-prompts',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  // Else the browser writes to its folder what was typed (restored forms, completion of search fields) and which
  // addresses were shown. The second name is that of Edge; each browser ignores the other's.
  '--incognito',
  '--inprivate',
  // The driver has the engine take down the stack of each error that is made. Without the positions at hand it parses the
  // whole script anew for that, while the page starts: React makes several errors as it loads.
  '--js-flags=--no-enable-lazy-source-positions',
  // Nothing is to be looked up by name: no page, no extension, no update.
  // Else a page asks any machine by UDP for its own address, past policy and interception. The first name is
  // that of older browsers.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Else a bar above the page warns of the rule, which is there to keep the trader safe: "stability and security will suffer".
  '--test-type',
]

/**
 * Opens the window and loads the page. The browser's own profile is a temporary folder that goes with the window.
 * @throws Error when the browser cannot be started
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  const { backend, pages, firstScreen = null, name = 'main' } = options
  const ask = (operation: OperationName) => backend.dispatch({ window: name }, operation, {})
  const document = createPageDocument({ pages, firstScreen, ask })
  document.prepare()
  const context = await launch(options)
  try {
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
    await connect(context, options, { pages, origin: ORIGIN, document })
    const [page = await context.newPage()] = context.pages()
    const askOutside = questionsBeside(context, page)
    await page.goto(`${ORIGIN}/`)
    return { page, context, closed, close: () => context.close().then(() => closed), ask: askOutside }
  } catch (error) {
    await context.close()
    throw error
  }
}

function launch(options: AppWindowOptions): Promise<BrowserContext> {
  // Without a folder of ours the driver makes a temporary one and removes it when the browser's last process is gone;
  // removed any earlier, the dying browser writes parts of it again.
  return chromium.launchPersistentContext('', {
    executablePath: options.browser,
    headless: options.headless ?? false,
    chromiumSandbox: !options.asRoot,
    acceptDownloads: false,
    args: ARGUMENTS,
    // The bar "is being controlled by automated test software" would frighten, and says nothing true of a trader's use.
    ignoreDefaultArgs: ['--enable-automation'],
    // Null leaves these to the trader's own system; the defaults would force a light page of a fixed size.
    viewport: options.viewport ?? null,
    colorScheme: options.colorScheme ?? null,
    reducedMotion: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

async function connect(
  context: BrowserContext,
  { backend, bridge, name = 'main' }: AppWindowOptions,
  site: PageSite,
): Promise<void> {
  const events = createEventQueue()
  const stops = EVENT_NAMES.map((event) => backend.on(event, (payload) => events.push({ event, payload })))
  context.once('close', () => {
    events.close()
    for (const stop of stops) stop()
  })
  const senderOf = ({ frame, page }: { frame: ReturnType<Page['mainFrame']>; page: Page }) =>
    trustedSender({ url: frame.url(), isMainFrame: frame === page.mainFrame(), window: name }, ORIGIN)

  await context.route('**/*', (route) => serve(route, site).catch(ignore))
  await context.exposeBinding(INVOKE_BINDING, (source, operation: unknown, input: unknown) =>
    backend.dispatch(senderOf(source), operation, input),
  )
  await context.exposeBinding(EVENTS_BINDING, (source, load: unknown) =>
    senderOf(source) === null || typeof load !== 'string' ? null : events.next(load),
  )
  await context.addInitScript({ content: bridge })
}

/** For calls to a browser that may be gone by now: killed, crashed or closed. Its end is seen elsewhere. */
const ignore = () => undefined

async function serve(route: Route, site: PageSite): Promise<void> {
  const request = route.request()
  const url = URL.parse(request.url())
  if (url === null || url.origin !== ORIGIN) return route.abort('blockedbyclient')
  const { status, headers, body } = await answerRequest(site, request.method(), request.url())
  return route.fulfill({ status, headers: { ...headers, 'permissions-policy': PERMISSIONS_POLICY }, body })
}

/** Keeps the window to its page, and opens another one for a question alone. */
function questionsBeside(context: BrowserContext, page: Page): AppWindow['ask'] {
  // A page that a question opens is announced before it is handed over, so others wait with it to be told apart.
  let asked: Page | null = null
  const questions = createMutex()
  let opening: Promise<unknown> = Promise.resolve()
  keepInside(context, page, async (other) => {
    await opening.catch(ignore)
    return other === asked
  })
  const askNow = async (question: Question): Promise<boolean> => {
    const opened = context.newPage().then((own) => {
      asked = own
      return own
    })
    opening = opened
    try {
      return await askOn(await opened, question)
    } catch {
      return false
    } finally {
      asked = null
    }
  }
  return (question) => questions.run(() => askNow(question))
}

// Back leads to the window's empty start page, and a drop of a link away from ours: both are turned around.
function keepInside(context: BrowserContext, page: Page, isQuestion: (other: Page) => Promise<boolean>): void {
  context.on('page', (other) => {
    if (other === page) return
    isQuestion(other)
      .then((stays) => (stays ? undefined : other.close()))
      .catch(ignore)
  })
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url().startsWith(`${ORIGIN}/`)) return
    page.goto(`${ORIGIN}/`).catch(ignore)
  })
  page.once('close', () => {
    context.close().catch(ignore)
  })
}
