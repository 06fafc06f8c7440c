// Loaded into the Chromium shell's process before its own code: the shell itself has no switch for tests and opens no
// port. Tells the test how the browser was launched, and does in its window what the test asks.

import { type BrowserContext, chromium } from 'playwright'
import { type Asked, type DriverOrders, ORDERS, type Told } from './shell-driver-words.ts'

/** Shorter than a test may take, so that a step that cannot be done says which one it was. */
const ACTION_MS = 10_000

const orders = JSON.parse(process.env[ORDERS] ?? '{}') as DriverOrders

/** A closed channel means that the test is over. */
const tell = (message: Told) => process.send?.(message, () => {})

async function carryOut(context: BrowserContext, asked: Asked): Promise<unknown> {
  const [page] = context.pages()
  if (page === undefined) throw new Error('the window is gone')
  if (asked.act === 'evaluate') return page.evaluate(asked.script)
  if (asked.act === 'fail') return void Promise.reject(new Error('the driver failed'))
  if (asked.act === 'click') return page.locator(asked.selector).click()
  if (asked.act === 'type') return page.locator(asked.selector).pressSequentially(asked.text)
  if (asked.act === 'close-page') return page.close()
  return (await context.newCDPSession(page)).send('Browser.close')
}

const launch = chromium.launchPersistentContext.bind(chromium)
chromium.launchPersistentContext = async (folder, options = {}) => {
  tell({ kind: 'launched', options })
  const kept = (options.args ?? []).filter((argument) => orders.withoutArgs?.includes(argument) !== true)
  const args = [...kept, ...(orders.extraArgs ?? [])]
  const context = await launch(folder, { ...options, args, headless: orders.headless ?? false })
  context.setDefaultTimeout(ACTION_MS)
  for (const page of context.pages()) {
    const bringToFront = page.bringToFront.bind(page)
    page.bringToFront = async () => {
      await bringToFront()
      tell({ kind: 'brought-to-front' })
    }
  }
  process.on('message', (asked: Asked) => {
    carryOut(context, asked).then(
      (value) => tell({ kind: 'answer', id: asked.id, value }),
      (error: unknown) => tell({ kind: 'answer', id: asked.id, value: null, failed: String(error) }),
    )
  })
  // Listening for the test must not keep alive a shell that would end.
  process.channel?.unref()
  return context
}
