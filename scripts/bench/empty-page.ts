// The baseline of window and memory: an empty page in the same shell, opened by the same function as the app.

import { type AppWindow, openAppWindow } from '../../electron/shell/chromium/app-window.ts'
import type { PageFile, PageFiles } from '../../electron/shell/page-files.ts'

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head>
<body><p id="painted">Empty</p><script src="./empty.js"></script></body></html>`

const file = (body: string, contentType: string): PageFile => ({ body: Buffer.from(body), contentType })

const FILES: Readonly<Record<string, PageFile>> = {
  '/': file(HTML, 'text/html; charset=utf-8'),
  '/empty.js': file('', 'text/javascript; charset=utf-8'),
}

const pages: PageFiles = { get: (pathname) => FILES[pathname] ?? null }

const backend = {
  dispatch: async () => ({ ok: true as const, value: null }),
  on: () => () => {},
}

/** Opens the empty page. `pageScript` runs in it before its own. */
export function openEmptyWindow(browser: string, pageScript = ''): Promise<AppWindow> {
  return openAppWindow({
    backend,
    pages,
    bridge: pageScript,
    browser,
    asRoot: process.getuid?.() === 0,
    headless: true,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
  })
}
