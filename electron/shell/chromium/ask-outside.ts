// Asks the trader in a window that the page has no hand in: what a page that was taken over must not decide alone. It is a
// page of the same browser without an opener, so no script of another page reaches it; its buttons answer to the driver.

import type { Page } from 'playwright'

export interface Question {
  title: string
  /** What would happen, and to which file. */
  text: string
  yes: string
  no: string
}

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center }
  main { max-width: 32rem; padding: 2rem }
  h1 { font-size: 1.25rem; margin: 0 0 .75rem }
  p { overflow-wrap: anywhere; white-space: pre-line }
  .answers { display: flex; gap: .75rem; margin-top: 1.5rem }
  button { font: inherit; padding: .5rem 1rem }
`

// Runs in that page. A click counts only when a hand made it.
const SCRIPT = `({ title, text, yes, no }) => {
  const find = (selector) => document.querySelector(selector)
  for (const [selector, words] of [['h1', title], ['p', text], ['#yes', yes], ['#no', no]]) find(selector).textContent = words
  document.title = title
  find('#no').focus()
  return new Promise((resolve) => {
    find('#yes').addEventListener('click', ({ isTrusted }) => isTrusted && resolve(true))
    find('#no').addEventListener('click', () => resolve(false))
    addEventListener('keydown', ({ key }) => key === 'Escape' && resolve(false))
  })
}`

/**
 * Shows the question on `page`, an empty one, and closes it with the answer. False as well when the window is closed or the
 * browser ends. The texts are shown as they are: nothing in them is markup.
 */
export async function askOn(page: Page, question: Question): Promise<boolean> {
  try {
    await page.setContent(`<!doctype html><title>Prelist</title><style>${STYLE}</style>
      <main><h1></h1><p></p><div class="answers"><button id="no"></button><button id="yes"></button></div></main>`)
    await page.bringToFront()
    return (await page.evaluate(`(${SCRIPT})(${JSON.stringify(question)})`)) === true
  } catch {
    return false
  } finally {
    await page.close().catch(() => undefined)
  }
}
