// Runs the rules of axe over the page as it stands. The rules come in through the driver, so the page's policy holds.

import { readFileSync } from 'node:fs'
import type { AxeResults, NodeResult } from 'axe-core'
import type { Page } from 'playwright/test'

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** Deprecated rules are replaced by others, and the highest level (AAA) is not what the app promises. */
const ALL_RULES = `Object.fromEntries(axe.getRules().map(({ ruleId, tags }) =>
  [ruleId, { enabled: !tags.includes('deprecated') && !tags.includes('wcag2aaa') }]))`

/** The rules that a colour scheme can change. */
const COLOUR_RULES = `{ 'color-contrast': { enabled: true } }`

/** A long table's rows beyond the fourth, but for those that are open or hold the focus. */
const FIRST_ROWS = `{ exclude: [...document.querySelectorAll('tr[data-row]:nth-child(n + 5)')].filter((row) =>
  !row.matches('[aria-current], :focus-within, :has([aria-expanded=true], [aria-pressed=false], [role=alert])')) }`

export interface Findings {
  violations: string[]
  /** Where axe could not tell whether the contrast suffices. */
  contrastUndecided: string[]
  /** How many rules found something to look at, and passed. */
  passes: number
}

function line(rule: string, node: NodeResult): string {
  const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ')
  return `${rule} at ${node.target.join(' ')}: ${why}`
}

/** What axe says where it fell over, as it does over an element that is drawn anew while it looks: that is no finding. */
const FELL_OVER = 'Axe encountered an error'
const MOST_TRIES = 3

/**
 * Every rule that axe has for levels A and AA of WCAG 2.2, with its best practices and experiments; for `colours` only
 * contrast, for a look at the same page in other colours.
 */
export async function runAxe(
  page: Page,
  rules: 'all' | 'colours' = 'all',
  rows: 'all' | 'first' = 'all',
): Promise<Findings> {
  let found = await look(page, rules, rows)
  for (let tries = 1; tries < MOST_TRIES && JSON.stringify(found).includes(FELL_OVER); tries += 1) {
    found = await look(page, rules, rows)
  }
  return found
}

async function look(page: Page, rules: 'all' | 'colours', rows: 'all' | 'first'): Promise<Findings> {
  await page.evaluate(`globalThis.axe === undefined && (() => { ${AXE} })()`)
  const options =
    rules === 'all'
      ? `{ rules: ${ALL_RULES}, resultTypes: ['violations', 'incomplete'] }`
      : `{ runOnly: ['color-contrast'], rules: ${COLOUR_RULES}, resultTypes: ['violations', 'incomplete'] }`
  const found = (await page.evaluate(`axe.run(${rows === 'all' ? 'document' : FIRST_ROWS}, ${options})`)) as AxeResults
  const lines = (results: AxeResults['violations']) =>
    results.flatMap(({ id, nodes }) => nodes.map((node) => line(id, node)))
  return {
    violations: lines(found.violations),
    contrastUndecided: lines(found.incomplete.filter(({ id }) => id === 'color-contrast')),
    passes: found.passes.length,
  }
}
