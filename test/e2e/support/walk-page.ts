// What the random walk sees of a window and how it presses: in the page itself, since a walk of thousands of steps has no
// time for a driver's own look at each.

import type { Page } from 'playwright'

/** One button that orders or cancels: what it says, and whether a press does anything. */
export interface SeenButton {
  name: string
  isArmed: boolean
}

interface SeenTicket {
  frame: string
  word: string
  label: string
  /** Null while there is none: the draft is on its way, or could not be had. */
  place: SeenButton | null
}

export interface SeenWindow {
  screen: string
  frame: string
  word: string
  explain: string
  accountId: string | null
  trades: SeenButton[]
  cancels: SeenButton[]
  ticket: SeenTicket | null
  status: string
}

/** Runs in the page before its own scripts. It uses nothing but the document. */
export const WALK = `(() => {
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector) => [...document.querySelectorAll(selector)]
  const textOf = (element) => (element?.textContent ?? '').trim()
  const nameOf = (element) => element.getAttribute('aria-label') ?? textOf(element)
  const seen = (element) => ({ name: nameOf(element), isArmed: element.getAttribute('aria-disabled') !== 'true' })
  const ticketOf = () => {
    const panel = one('.ticket-panel')
    if (panel === null) return null
    const place = one('button[type=submit]', panel)
    return {
      frame: panel.dataset.mode ?? '',
      word: textOf(one('.mode-line .mode-word', panel)),
      label: textOf(one('.mode-line span strong', panel)),
      place: place === null ? null : seen(place),
    }
  }
  const labelled = (label) => all('label').find((each) => textOf(each) === label && each.offsetParent !== null)
  // A message and no timer: a window that lies behind another one has its timers held back.
  const turn = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(null)
  })
  const enter = (input, text) => {
    // React has put a setter of its own before the element's, and would take the change for its own.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  globalThis.walk = {
    read: () => ({
      screen: textOf(one('h1')),
      frame: one('.app')?.dataset.mode ?? '',
      word: textOf(one('[data-testid=mode] .mode-word')),
      explain: textOf(one('[data-testid=mode] .mode-explain')),
      accountId: one('.account-choice input')?.value ?? null,
      trades: all('button.trade').map(seen),
      cancels: all('button').map(seen).filter(({ name }) => name.startsWith('Cancel ')),
      ticket: ticketOf(),
      status: textOf(one('.status-message')),
    }),
    press: (name) => {
      const button = all('button').find((each) => nameOf(each) === name)
      if (button === undefined) return 'absent'
      const { isArmed } = seen(button)
      button.click()
      return isArmed ? 'armed' : 'disarmed'
    },
    // As the browser fills a form: the list has an input for that, which nobody sees.
    choose: async (accountId) => {
      enter(one('.account-choice input'), accountId)
      await turn()
    },
    check: (label) => labelled(label)?.querySelector('input')?.click(),
    type: (label, text) => {
      const input = labelled(label)?.control
      if (input) enter(input, text)
    },
    key: (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
    closeTicket: () => one('.ticket-panel .panel-head button')?.click(),
    goTo: async (screen) => {
      location.hash = '#/' + screen
      // A screen that is loaded late stands there when its heading does.
      const isAt = (place) => textOf(one(place)).toLowerCase().startsWith(screen)
      while (!isAt('[role=link][aria-current=page]') || !isAt('h1')) await turn()
    },
    turn,
  }
})()`

/** The hands and eyes of the walk in one window. */
export interface WalkWindow {
  read(): Promise<SeenWindow>
  /** How the button of this name was when it was pressed: a price that came since it was read may have disarmed it. */
  press(name: string): Promise<'absent' | 'armed' | 'disarmed'>
  choose(accountId: string): Promise<void>
  check(label: string): Promise<void>
  type(label: string, text: string): Promise<void>
  key(key: string): Promise<void>
  closeTicket(): Promise<void>
  goTo(screen: string): Promise<void>
  turn(): Promise<void>
  reload(): Promise<void>
}

/** Takes hold of a window whose page runs `WALK`. */
export function walkWindow(page: Page): WalkWindow {
  const run = <T>(name: string, ...given: string[]): Promise<T> =>
    page.evaluate<T>(`walk.${name}(${given.map((each) => JSON.stringify(each)).join()})`)
  return {
    read: () => run('read'),
    press: (name) => run('press', name),
    choose: (accountId) => run('choose', accountId),
    check: (label) => run('check', label),
    type: (label, text) => run('type', label, text),
    key: (key) => run('key', key),
    closeTicket: () => run('closeTicket'),
    goTo: (screen) => run('goTo', screen),
    turn: () => run('turn'),
    reload: async () => void (await page.reload()),
  }
}
