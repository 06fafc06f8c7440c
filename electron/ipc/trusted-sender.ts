// Who may call the backend: the main frame of our own page, compared exactly. Look-alikes and subframes are strangers.

/** A caller that a shell has identified. `window` tells drafts of several windows apart. */
export interface Sender {
  window: string
}

/** What a shell knows of the frame behind a call. */
export interface Frame {
  url: string
  isMainFrame: boolean
  window: string
}

/**
 * The sender behind a frame, or null when it must be refused. `origin` is the shell's own page origin, for example
 * `app://prelist`; anything that merely starts or ends with it is refused.
 */
export function trustedSender(frame: Frame, origin: string): Sender | null {
  if (!frame.isMainFrame) return null
  const page = URL.parse(frame.url)
  if (page === null || page.username !== '' || page.password !== '') return null
  if (`${page.protocol}//${page.host}` !== origin) return null
  if (page.pathname !== '/' && page.pathname !== '/index.html') return null
  return { window: frame.window }
}
