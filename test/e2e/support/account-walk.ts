// The random walk through everything that orders or changes the account, in two windows at once. The walk keeps a model of
// what each window should show; after each step both are held to it, and each order at an exchange to the button pressed.

import { strict as assert } from 'node:assert'
import { randomOf } from '../../support/hostile/seed.ts'
import type { SeenButton, SeenWindow, WalkWindow } from './walk-page.ts'
import { openStage, type Stage, type WalkAccount } from './walk-stage.ts'

export interface WalkReport {
  steps: number
  /** How often each step was taken, and each answer given. */
  counts: Record<string, number>
  /** Orders at each exchange, by the account's first label. */
  orders: Record<string, number>
}

const COINS = [
  { name: 'peaq', market: 'PEAQ/USDT' },
  { name: 'Movement Labs', market: 'MOVE/USDT' },
]

interface Destination {
  label: string
  word: string
}

/** `Place: Buy 10 USDT of peaq on Main Binance, LIVE`, or a one-click button's name, read as a person does. */
function readButton(name: string) {
  const found = /^(?:Place: )?(Buy|Sell) (\S+) (\S+) of (.+) on (.+), (PRACTICE|TEST|LIVE)$/.exec(name)
  assert(found !== null, `a button without account or mode: "${name}"`)
  const [, side = '', , , coin = '', label = '', word = ''] = found
  return { side: side.toLowerCase(), coin, label, word }
}

class Walk {
  readonly counts: Record<string, number> = {}
  private readonly stage: Stage
  private readonly random: () => number
  /** The account of each window; what the windows are held to. */
  private readonly chosen = ['practice', 'practice']
  private readonly ticketAt: (string | null)[] = [null, null]
  private lastChosen = 'practice'
  private isLocked = false
  private isHalted = false
  private taken: string[] = []

  constructor(stage: Stage, random: () => number) {
    this.stage = stage
    this.random = random
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T
  }

  private count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }

  private account(accountId: string): WalkAccount {
    const found = this.stage.accounts.find((account) => account.accountId === accountId)
    assert(found !== undefined)
    return found
  }

  private wordsOf(accountId: string): Destination {
    const { label, environment } = this.account(accountId)
    return { label, word: environment.toUpperCase() }
  }

  private window(at: number): WalkWindow {
    return this.stage.windows[at] as WalkWindow
  }

  private async choose(at: number, accountId: string): Promise<void> {
    await this.window(at).choose(accountId)
    // To choose what is chosen already changes nothing, here or for the next window.
    if (this.chosen[at] === accountId) return
    this.ticketAt[at] = null
    this.chosen[at] = accountId
    this.lastChosen = accountId
  }

  private ledgers(): Map<string, ReturnType<WalkAccount['ledger']>> {
    return new Map(this.stage.accounts.map(({ accountId, ledger }) => [accountId, ledger()]))
  }

  /**
   * Presses a button that orders, does something else at once where `meanwhile` is given, and holds what came of it to the
   * words on the button as they were when it was pressed.
   */
  private async order(at: number, { name }: SeenButton, meanwhile: (() => Promise<void>) | null) {
    const said = readButton(name)
    const to = this.stage.accounts.find(({ label }) => label === said.label)
    assert(to !== undefined, `nobody is called ${said.label}`)
    assert.equal(said.word, to.environment.toUpperCase(), name)
    const before = this.ledgers()
    const asked = this.stage.asked.length
    const pressed = await this.window(at).press(name)
    if (meanwhile !== null) await meanwhile()
    await this.stage.quiet()
    for (const { input, draftAccountId, answer } of this.stage.asked.slice(asked)) {
      assert.equal(input.accountId, to.accountId, `"${name}" sent ${input.accountId}`)
      assert.equal(input.environment, to.environment, `"${name}" sent ${input.environment}`)
      assert.equal(draftAccountId, to.accountId, `"${name}" has a ticket of ${draftAccountId}`)
      assert.notEqual(answer, 'MODE_CHANGED', name)
      this.count(`answer ${answer}`)
    }
    const made = [...this.ledgers()].flatMap(([accountId, orders]) =>
      orders.slice(before.get(accountId)?.length ?? 0).map((order) => ({ accountId, order })),
    )
    if (pressed !== 'armed') assert.deepEqual(made, [], `"${name}" was ${pressed} and ordered`)
    assert(made.length <= 1, `"${name}" made ${made.length} orders`)
    for (const { accountId, order } of made) {
      assert.equal(accountId, to.accountId, `"${name}" ordered at ${accountId}`)
      assert.equal(order.side, said.side, name)
      assert.equal(order.market, COINS.find((coin) => coin.name === said.coin)?.market, name)
    }
    this.count(made.length === 1 ? 'orders made' : 'presses without an order')
  }

  /** What may happen between a press and its answer. */
  private meanwhile(at: number): (() => Promise<void>) | null {
    const roll = this.random()
    if (roll < 0.25) return () => this.choose(at, this.pick(this.stage.accounts).accountId)
    if (roll < 0.35) return () => this.choose(1 - at, this.pick(this.stage.accounts).accountId)
    return null
  }

  private steps: Record<string, [weight: number, step: (at: number) => Promise<void>]> = {
    'choose an account': [22, (at) => this.choose(at, this.pick(this.stage.accounts).accountId)],
    'open a ticket': [
      18,
      async (at) => {
        await this.window(at).goTo('watchlist')
        await this.window(at).press(`Ticket for ${this.pick(COINS).name}`)
        this.ticketAt[at] = this.chosen[at] ?? null
      },
    ],
    'edit a ticket': [
      14,
      async (at) => {
        if (this.ticketAt[at] === null) return
        await this.window(at).press('New ticket')
        const isReal = this.ticketAt[at] !== 'practice'
        const label = this.pick(['Buy', 'Sell', 'Market', ...(isReal ? ['Limit', 'Limit'] : [])])
        await this.window(at).check(label)
        await this.stage.quiet()
        await this.window(at).type('Size', this.pick(['10', '12', '20']))
        await this.window(at).type('Limit price, USDT', '1.95')
      },
    ],
    'place the ticket': [
      20,
      async (at) => {
        const place = (await this.window(at).read()).ticket?.place
        if (place?.name.startsWith('Place: ') === true) await this.order(at, place, this.meanwhile(at))
      },
    ],
    'press a one-click button': [
      14,
      async (at) => {
        await this.window(at).goTo('watchlist')
        const coin = this.pick(COINS).name
        const trades = (await this.window(at).read()).trades.filter(({ name }) => name.includes(` of ${coin} on `))
        if (trades.length === 0) return
        const pressed = this.pick(trades)
        await this.order(at, pressed, this.meanwhile(at))
        // What has to be looked at first opens the ticket, but only where the window still is on that account.
        const { label, word } = this.wordsOf(this.chosen[at] ?? '')
        const isHere = pressed.name.endsWith(` on ${label}, ${word}`)
        if (isHere && (await this.window(at).read()).ticket !== null) this.ticketAt[at] = this.chosen[at] ?? null
      },
    ],
    'close the ticket': [
      2,
      async (at) => {
        if (this.ticketAt[at] === null) return
        await this.window(at).closeTicket()
        this.ticketAt[at] = null
      },
    ],
    'lock or unlock': [
      4,
      async (at) => {
        if (this.isLocked) await this.stage.unlock()
        else {
          await this.window(at).key('l')
        }
        this.isLocked = !this.isLocked
      },
    ],
    'cancel an order': [6, (at) => this.cancel(at)],
    'cancel all': [3, (at) => this.cancelAll(at)],
    'widen or narrow the list': [
      2,
      async (at) => {
        await this.window(at).goTo('orders')
        await this.window(at).check('All accounts')
      },
    ],
    'rename an account': [
      1,
      async () => {
        const account = this.pick(this.stage.accounts.slice(1))
        const label = `${account.label.split(' #')[0]} #${Math.floor(this.random() * 1_000)}`
        const result = await this.stage.backend.call('accounts.rename', { accountId: account.accountId, label })
        if (result.ok) account.label = label
      },
    ],
    'halt or resume': [
      2,
      async (at) => {
        await this.window(at).goTo('orders')
        const name = this.isHalted ? 'Resume orders on all accounts' : 'Pause new orders on all accounts'
        assert.notEqual(await this.window(at).press(name), 'absent', name)
        this.isHalted = !this.isHalted
      },
    ],
    'choose the mode of the portfolio': [
      2,
      async (at) => {
        await this.window(at).goTo('portfolio')
        const environment = this.pick(['practice', 'test', 'live'] as const)
        const label = { practice: 'Practice', test: 'Test', live: 'Live' }[environment]
        await this.window(at).check(label)
        if (this.account(this.chosen[at] ?? '').environment === environment) return
        const first = this.stage.accounts.find((account) => account.environment === environment)
        assert(first !== undefined)
        this.ticketAt[at] = null
        this.chosen[at] = first.accountId
        this.lastChosen = first.accountId
      },
    ],
    'draw the window again': [
      1,
      async (at) => {
        // What was chosen last, in either window, is what a window begins with.
        await this.stage.quiet()
        await this.window(at).reload()
        await this.stage.quiet()
        while ((await this.window(at).read()).accountId !== this.lastChosen) await this.window(at).turn()
        this.chosen[at] = this.lastChosen
        this.ticketAt[at] = null
      },
    ],
  }

  private open(): Map<string, number> {
    const isOpen = (status: string) => status === 'open' || status === 'partially-filled'
    return new Map(
      [...this.ledgers()].map(([id, orders]) => [id, orders.filter(({ status }) => isOpen(status)).length]),
    )
  }

  /** Presses a row's Cancel: one order less stands open at the account that the button named, and none elsewhere. */
  private async cancel(at: number): Promise<void> {
    await this.window(at).goTo('orders')
    const rows = (await this.window(at).read()).cancels.filter(({ name }) => /^Cancel (buy|sell) /.test(name))
    if (rows.length === 0) return
    const { name } = this.pick(rows)
    const before = this.open()
    await this.window(at).press(name)
    await this.stage.quiet()
    const after = this.open()
    for (const { accountId, label } of this.stage.accounts) {
      const less = (before.get(accountId) ?? 0) - (after.get(accountId) ?? 0)
      if (less !== 0) assert(name.includes(` on ${label}, `) && less === 1, `"${name}" canceled ${less} at ${label}`)
    }
    this.count('orders canceled')
  }

  /** Asks and answers yes: only accounts that the question named lose open orders. */
  private async cancelAll(at: number): Promise<void> {
    await this.window(at).goTo('orders')
    const button = (await this.window(at).read()).cancels.find(({ name }) => name.startsWith('Cancel all open on '))
    assert(button !== undefined)
    const { label, word } = this.wordsOf(this.chosen[at] ?? '')
    const isWide = button.name === 'Cancel all open on all accounts'
    if (!isWide) assert.equal(button.name, `Cancel all open on ${label}, ${word}`)
    if (!button.isArmed) return
    await this.window(at).press(button.name)
    const yes = (await this.window(at).read()).cancels.find(({ name }) => /^Cancel \d+ on /.test(name))
    assert(yes !== undefined, 'nothing was asked')
    const before = this.open()
    await this.window(at).press(yes.name)
    await this.stage.quiet()
    const after = this.open()
    for (const account of this.stage.accounts) {
      if (after.get(account.accountId) === before.get(account.accountId)) continue
      assert(isWide || account.label === label, `"${yes.name}" canceled at ${account.label}`)
    }
    this.count('lists canceled')
  }

  /** Holds a window to the model: header, frame, and every control that orders. */
  private hold(at: number, seen: SeenWindow): void {
    const accountId = this.chosen[at] ?? ''
    const { label, word } = this.wordsOf(accountId)
    const where = `window ${at} on ${seen.screen}`
    assert.equal(seen.accountId, accountId, `${where}: the account of the header`)
    assert.deepEqual([seen.word, seen.frame.toUpperCase()], [word, word], `${where}: the mode of header and frame`)
    if (word === 'LIVE') assert(!seen.explain.includes('No real money'), where)
    for (const { name } of seen.trades) {
      if (COINS.some((coin) => name.includes(` of ${coin.name} on `))) {
        const said = readButton(name)
        assert.deepEqual([said.label, said.word], [label, word], `${where}: ${name}`)
      }
    }
    const own = this.ticketAt[at] ?? null
    assert.equal(seen.ticket === null, own === null, `${where}: the ticket is ${own === null ? 'open' : 'closed'}`)
    if (seen.ticket === null || own === null) return
    const ticket = this.wordsOf(own)
    const shown = [seen.ticket.label, seen.ticket.word, seen.ticket.frame.toUpperCase()]
    assert.deepEqual(shown, [ticket.label, ticket.word, ticket.word], `${where}: the badge of the ticket`)
    const name = seen.ticket.place?.name
    if (name !== undefined) assert(name.endsWith(` on ${ticket.label}, ${ticket.word}`), `${where}: ${name}`)
  }

  /** Presses the ticket's button with the order held back: its account and mode are those that the window shows. */
  private async dryPress(at: number, seen: SeenWindow): Promise<void> {
    const place = seen.ticket?.place
    if (place === null || place === undefined || !place.isArmed) return
    const said = readButton(place.name)
    const before = this.stage.asked.length
    this.stage.dry.on = true
    const pressed = await this.window(at).press(place.name)
    await this.stage.quiet()
    this.stage.dry.on = false
    const made = this.stage.asked.slice(before)
    assert.equal(made.length, pressed === 'armed' ? 1 : 0, `"${place.name}", ${pressed}, asked ${made.length} times`)
    for (const { input, draftAccountId } of made) {
      const to = this.account(draftAccountId ?? '')
      assert.deepEqual([to.label, to.environment.toUpperCase()], [said.label, said.word], place.name)
      assert.deepEqual([input.accountId, input.environment], [to.accountId, to.environment], place.name)
      assert.deepEqual([seen.word, seen.accountId], [said.word, to.accountId], place.name)
    }
    this.count('dry presses')
  }

  /** One step in one window, and a look at both. */
  async step(): Promise<void> {
    const at = this.random() < 0.5 ? 0 : 1
    const all = Object.entries(this.steps)
    let roll = this.random() * all.reduce((sum, [, [weight]]) => sum + weight, 0)
    const [name, [, step]] = all.find(([, [weight]]) => {
      roll -= weight
      return roll < 0
    }) as (typeof all)[number]
    this.taken = [...this.taken, `${at}: ${name}`].slice(-12)
    this.count(name)
    try {
      await step(at)
      await this.stage.quiet()
      // Locked or halted for long, the walk would hold nothing: neither lasts.
      if ((this.isLocked || this.isHalted) && this.random() < 0.2) await this.relieve()
      for (const window of [0, 1]) {
        const seen = await this.window(window).read()
        this.hold(window, seen)
        await this.dryPress(window, seen)
      }
      assert.deepEqual(this.stage.pageErrors, [])
    } catch (error) {
      throw new Error(`after ${this.taken.join(' | ')}: ${JSON.stringify(this.counts)}`, { cause: error })
    }
  }

  private async relieve(): Promise<void> {
    if (this.isLocked) await this.stage.unlock()
    if (this.isHalted) await this.stage.backend.call('orders.resume', {})
    this.isLocked = false
    this.isHalted = false
    await this.stage.quiet()
  }
}

/**
 * Walks `steps` steps, and further while fewer accounts than `accounts` have taken an order: a short walk may happen to
 * stay on two of them. It ends in any case after four times the steps.
 * @throws Error with the last steps when a window shows something else than a press would do
 */
export async function walkAccounts(seed: number, steps: number, accounts = 0): Promise<WalkReport> {
  const stage = await openStage()
  try {
    const walk = new Walk(stage, randomOf(seed))
    await stage.quiet()
    const reached = () => stage.accounts.filter(({ ledger }) => ledger().length > 0).length
    let done = 0
    for (; done < steps || (reached() < accounts && done < 4 * steps); done += 1) await walk.step()
    const names = stage.accounts.map(({ label, ledger }) => [label.split(' #')[0] ?? label, ledger().length])
    return { steps: done, counts: walk.counts, orders: Object.fromEntries(names) }
  } finally {
    await stage.close()
  }
}
