// A corpus of texts that become code where a page is careless, through every field and every stored string. None runs,
// none makes an element, none breaks the policy, none sends anything, and each is shown as the text that it is.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { expect } from 'playwright/test'
import { createBackend } from '../../../electron/app/backend.ts'
import { inspectMachine } from '../../../scripts/setup/machine.mjs'
import type { Coin } from '../../../shared/coin.ts'
import type { OperationName } from '../../../shared/contract/contract.ts'
import { type App, openApp as openDirectly, test } from '../support/open-app.ts'
import { goTo } from '../support/screens.ts'
import { visitAll, WATCH } from './xss-page.ts'
import { LIVE, PAYLOADS } from './xss-payloads.ts'
import { PLANTED_PLACES, plant } from './xss-profile.ts'

const REFERENCE = {
  venue: 'kraken',
  environment: 'test',
  label: '',
  reference: { kind: 'environment', apiKey: 'A', apiSecret: 'B' },
}

/** A call of each operation that takes a text, with this one. */
const inputsWith = (text: string): [OperationName, unknown][] => [
  ['coins.save', { name: text }],
  ['coins.save', { name: 'Plain', ticker: text }],
  ['coins.save', { name: 'Plain', what: text }],
  ['coins.save', { name: 'Plain', narratives: [text] }],
  ['notes.save', { coinId: 'peaq', text }],
  ['tags.set', { coinId: 'peaq', tags: [text] }],
  ['airdrops.save', { coinId: 'peaq', note: text }],
  ['airdrops.save', { coinId: 'peaq', project: { status: 'confirmed', asOf: '2026-11-01', source: text } }],
  ['airdropTasks.save', { coinId: 'peaq', title: text }],
  ['airdropTasks.save', { coinId: 'peaq', title: 'Plain', wallet: text }],
  ...factsWith(text).map((value): [OperationName, unknown] => [
    'coinFacts.save',
    { coinId: 'ola', value, source: text },
  ]),
  ['criteria.save', { name: text }],
  ['links.check', { coinId: 'ola', links: [text] }],
  ['notes.list', { text }],
  ['coins.get', { coinId: text }],
  ['settings.save', { presetSize: text }],
  ['holdings.save', { environment: 'practice', coinId: text, amount: text }],
  ['accounts.addReference', { ...REFERENCE, label: text }],
  ['accounts.addReference', { ...REFERENCE, label: 'Plain', reference: { ...REFERENCE.reference, apiKey: text } }],
  ['accounts.rename', { accountId: text, label: text }],
  ['vault.unlock', { passphrase: text }],
  ['audit.list', { search: text, subject: text }],
  ['rules.override', { intentId: '00000000-0000-4000-8000-000000000000', reason: text }],
]

/** A fact of each kind that holds a text. */
function factsWith(text: string) {
  return [
    { kind: 'link', place: 'website', url: text, official: false },
    { kind: 'link', place: 'docs', url: `https://a.example/${encodeURIComponent(text)}`, official: true },
    { kind: 'contract', chain: text, address: '0x1234567890', official: true },
    { kind: 'stage', venue: text, stage: 'listed' },
    { kind: 'score', name: text, value: '1', outOf: '10' },
    { kind: 'backer', name: text, role: text },
    { kind: 'comparable', name: text, coinId: null },
    { kind: 'event', text },
  ]
}

interface Seen {
  unseen: string[]
  made: string[]
  ran: number
  title: string
}

const CLEAN: Seen = { unseen: [], made: [], ran: 0, title: 'Prelist' }

/** A table draws all of its rows only while they are fewer than eighty. */
const BATCH = 45

const visit = async (page: Page, steps: Parameters<typeof visitAll>[0]) =>
  (await page.evaluate(visitAll(steps))) as Seen

test('each text of the first kind comes alive in a careless page', async () => {
  const { browser: path } = inspectMachine({ platform: process.platform, env: process.env, uid: null })
  const browser = await chromium.launch({ executablePath: path ?? '', chromiumSandbox: false })
  try {
    const page = await browser.newPage()
    // One frame for each, without a policy; what runs in it writes down which one it was.
    await page.evaluate(`globalThis.ran = new Set(); ${JSON.stringify(LIVE)}.forEach((text, index) => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.contentWindow.__xss = () => ran.add(index)
      frame.contentDocument.write(text)
      frame.contentDocument.close()
    })`)
    const dead = async () => {
      const ran = (await page.evaluate('[...ran]')) as number[]
      return LIVE.filter((_, index) => !ran.includes(index))
    }
    await expect.poll(dead).toEqual([])
    console.log(`${LIVE.length} of ${PAYLOADS.length} texts run in a page that writes them into its document`)
  } finally {
    await browser.close()
  }
})

for (let from = 0; from < PAYLOADS.length; from += BATCH) {
  const texts = PAYLOADS.slice(from, from + BATCH)
  test(`texts ${from + 1} to ${from + texts.length}, in the profile's own file [R5]`, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'prelist-xss-'))
    let app: App | null = null
    try {
      await (await openDirectly({ dataDir })).close()
      const { coinIds, intentIds } = plant(dataDir, texts)
      const config = { settings: { theme: texts[0], density: texts[1], presetSize: texts[2] } }
      writeFileSync(join(dataDir, 'config.json'), JSON.stringify(config))
      app = await openDirectly({ dataDir })
      const { page } = app
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        dialog.dismiss().catch(() => {})
      })
      await page.evaluate(WATCH)
      const detail = coinIds.map((id, index) => ({ open: `#/watchlist/${id}`, texts: [texts[index] ?? ''] }))
      expect(await visit(page, detail)).toEqual(CLEAN)
      expect(await visit(page, [{ open: '#/watchlist', texts }])).toEqual(CLEAN)
      expect(
        await visit(page, [
          { open: '#/portfolio', texts },
          { open: '#/settings', texts: [] },
        ]),
      ).toEqual(CLEAN)
      expect(
        await visit(page, [
          { open: '#/accounts', texts },
          { open: '#/activity', texts: [] },
          { open: '#/notes', texts },
        ]),
      ).toEqual(CLEAN)
      for (const screen of ['accounts', 'airdrops', 'orders']) {
        expect(await visit(page, [{ open: `#/${screen}`, texts }])).toEqual(CLEAN)
        const openers = page.locator('main [data-row-opener], [data-row-opener]')
        // A screen is loaded when it is gone to, where it was not before.
        await expect.poll(() => openers.count()).toBeGreaterThanOrEqual(intentIds.length)
        const opened = (await page.evaluate(`(async () => {
          for (const opener of document.querySelectorAll('[data-row-opener]')) {
            opener.click()
            await __until(() => opener.getAttribute('aria-expanded') !== 'false')
          }
          return { ran: __ran, made: __made() }
        })()`)) as Pick<Seen, 'ran' | 'made'>
        expect(opened).toEqual({ ran: 0, made: [] })
      }
      expect(dialogs).toEqual([])
      await app.check()
      console.log(`${texts.length} texts in ${PLANTED_PLACES} places each of the profile's file`)
    } finally {
      await app?.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
}

test('the same texts through every operation that takes one [R5]', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'prelist-xss-'))
  let app: App | null = null
  try {
    const counts = { kept: 0, refused: 0 }
    const steps: { open: string; texts: string[] }[] = []
    // Without a window, which would read all coins anew after each of them.
    const backend = await createBackend({ dataDir })
    for (const text of PAYLOADS) {
      for (const [operation, input] of inputsWith(text)) {
        const answer = await backend.call(operation, input)
        counts[answer.ok ? 'kept' : 'refused'] += 1
        // Short ones may be words of the message.
        if (!answer.ok && text.length > 12) expect(answer.error.message).not.toContain(text)
        if (!answer.ok || operation !== 'coins.save') continue
        const { id, name, what, narratives } = answer.value as Coin
        steps.push({ open: `#/watchlist/${id}`, texts: [name, what, ...narratives] })
      }
    }
    await backend.close()
    app = await openDirectly({ dataDir })
    await app.page.evaluate(WATCH)
    expect(await visit(app.page, steps)).toEqual(CLEAN)
    expect(await visit(app.page, [{ open: '#/watchlist/ola', texts: ['Your research'] }])).toEqual(CLEAN)
    expect(steps.length).toBeGreaterThan(PAYLOADS.length)
    await app.check()
    const operations = inputsWith('').length
    console.log(`${PAYLOADS.length} texts x ${operations} operations: ${counts.kept} kept, ${counts.refused} refused`)
  } finally {
    await app?.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

const TYPED = [
  '<img src=x onerror=__xss()>',
  '"><svg onload=__xss()>',
  '{{__xss()}}',
  '\u0024{__xss()}',
  'javascript:__xss()',
]

test('what a text could make would be seen', async ({ openApp }) => {
  const { page } = await openApp()
  await page.evaluate(WATCH)
  const made = await page.evaluate(`(() => {
    document.body.append(document.createElement('iframe'), document.createElement('template'))
    const link = document.createElement('a')
    link.href = 'javascript:0'
    document.body.append(link)
    return __made()
  })()`)
  expect(made).toHaveLength(3)
  const seen = await visit(page, [{ open: '#/watchlist', texts: ['<b>is nowhere</b>'] }])
  expect(seen.unseen).toHaveLength(1)
})

test('a sample of them, typed into the fields [R5]', async ({ openApp }) => {
  const { page } = await openApp()
  await page.evaluate(WATCH)
  let typed = 0
  const typeInto = async (...fields: string[]) => {
    for (const name of fields) {
      const field = page.getByRole('textbox', { name, exact: true }).first()
      for (const text of TYPED) {
        await field.fill(text)
        expect(await page.evaluate('({ ran: __ran, made: __made() })')).toEqual({ ran: 0, made: [] })
        typed += 1
      }
    }
  }
  for (const text of TYPED) {
    await page.getByRole('searchbox').fill(text)
    typed += 1
  }
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Add a coin' }).click()
  await typeInto('Ticker, name, contract or page address', 'Name', 'Ticker', 'What it is', 'Narratives')
  await page.evaluate(`location.hash = '#/watchlist/peaq'`)
  await typeInto('Note', 'Tags')
  await page.getByRole('button', { name: 'Ticket for peaq' }).first().click()
  await typeInto('Size')
  await goTo(page, 'Accounts')
  await typeInto('Label')
  await goTo(page, 'Activity')
  await page.getByRole('tab', { name: 'Full log' }).click()
  for (const text of TYPED) {
    await page.getByRole('searchbox', { name: 'Search the log' }).fill(text)
    typed += 1
  }
  await goTo(page, 'Settings')
  await typeInto('Size in USDT')
  expect(await page.evaluate('({ ran: __ran, made: __made() })')).toEqual({ ran: 0, made: [] })
  console.log(`${typed} times typed`)
})
