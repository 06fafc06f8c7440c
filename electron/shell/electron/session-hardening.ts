// Everything a page could ask of Electron and must not get. Two functions, so that no window can be forgotten.

import type { App, Session } from 'electron'

const USB_CLASSES = ['audio', 'audio-video', 'hid', 'mass-storage', 'smart-card', 'video', 'wireless']

/** Refuses navigation, new windows, web views and devices in every web contents there will ever be. Call before `ready`. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault()
      choose('')
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  // Without a listener the first certificate of the trader's own would be shown to whoever asks.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}

/** Denies every permission and device, downloads, and each request that is not for the page's own origin. */
export function lockSession(session: Session, origin: string, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, origin, isPackaged) })
  })
  lockDevices(session)
}

/** A device that is never chosen, never paired and never permitted; each of the three would do alone. */
function lockDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setUSBProtectedClassesHandler(() => USB_CLASSES)
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-webauthn-account', (_event, _details, choose) => choose(null))
  session.on('select-webauthn-authenticator', (_event, choose) => choose(null))
}

/** The developer tools have pages of their own; the packaged app has no developer tools. */
function isOwnRequest(url: string, origin: string, isPackaged: boolean): boolean {
  const target = URL.parse(url)
  if (target === null) return false
  if (!isPackaged && target.protocol === 'devtools:') return true
  return target.protocol === 'data:' || `${target.protocol}//${target.host}` === origin
}
