// Everything a page could ask of Electron and must not get. One function, so that no window can be forgotten.

import type { App, Session } from 'electron'

/** Refuses navigation, new windows and web views in every web contents there will ever be. Call before `ready`. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Denies every permission and device, downloads, and each request that is not for the page's own origin. */
export function lockSession(session: Session, origin: string, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, origin, isPackaged) })
  })
}

/** The developer tools have pages of their own; the packaged app has no developer tools. */
function isOwnRequest(url: string, origin: string, isPackaged: boolean): boolean {
  const target = URL.parse(url)
  if (target === null) return false
  if (!isPackaged && target.protocol === 'devtools:') return true
  return target.protocol === 'data:' || `${target.protocol}//${target.host}` === origin
}
