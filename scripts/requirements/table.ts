// The table of docs/security-requirements.md: requirement, tests, result. Pure, so that the same proofs always give the
// same bytes; and without counts, so that one more test of the same thing, or one that a machine skips, changes nothing.

import type { Requirement } from './list.ts'
import type { Proof } from './reports.ts'

/** The page that holds the table, from the root of the repository. */
export const REQUIREMENTS_PAGE = 'docs/security-requirements.md'

export const START = '<!-- requirements: written by `npm run requirements` from the results of the tests -->'
export const END = '<!-- end of requirements -->'

/** More names than this make a cell that nobody reads; the file has them all. */
const NAMED = 2

/** The whole table. A requirement without a test, or with one that did not pass, says so. */
export function requirementTable(requirements: readonly Requirement[], proofs: readonly Proof[]): string {
  const rows = requirements.map((requirement) => {
    const own = proofs.filter((proof) => proof.requirement === requirement.number)
    return `| ${requirement.number} | ${cell(requirement.text)} | ${tests(own, requirement)} | ${result(own, requirement)} |`
  })
  return ['| no. | requirement | tests | result |', '|---|---|---|---|', ...rows].join('\n')
}

function tests(proofs: readonly Proof[], { long }: Requirement): string {
  const files = Object.entries(Object.groupBy(proofs, (proof) => proof.file)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const lines = files.map(([file, own = []]) => {
    const titles = [...new Set(own.map((proof) => proof.title))].toSorted()
    const named = titles.slice(0, NAMED).map((title) => `“${cell(title)}”`)
    return `\`${file}\`: ${named.join(', ')}${titles.length > NAMED ? ' and more' : ''}`
  })
  return [...lines, ...(long === undefined ? [] : [`at length: \`${long}\``])].join('<br>')
}

function result(proofs: readonly Proof[], { beyond }: Requirement): string {
  const here = verdict(proofs)
  const words = here === 'passed' ? here : `**${here}**`
  if (beyond === undefined) return words
  return `${words}; ${beyond === 'macOS and Windows' ? 'on' : 'in'} ${beyond}: **not run**`
}

function verdict(proofs: readonly Proof[]): 'passed' | 'failed' | 'no passing test' {
  if (proofs.some(({ outcome }) => outcome === 'failed')) return 'failed'
  return proofs.some(({ outcome }) => outcome === 'passed') ? 'passed' : 'no passing test'
}

/** Keeps a title from breaking its cell: test titles may hold anything, hostile texts too. */
function cell(text: string): string {
  const plain = text.replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, 120)
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|')
}

/**
 * The page with the table between its two marks.
 * @throws Error when the page has lost a mark
 */
export function withTable(page: string, table: string): string {
  const from = page.indexOf(START)
  const to = page.indexOf(END)
  if (from < 0 || to < from)
    throw new Error(`${REQUIREMENTS_PAGE} has lost the marks around its table of requirements.`)
  return `${page.slice(0, from)}${START}\n\n${table}\n\n${page.slice(to)}`
}

/** The numbers of the requirements that no passing test answers for, or a failing one denies. */
export function unproven(requirements: readonly Requirement[], proofs: readonly Proof[]): number[] {
  return requirements
    .map(({ number }) => number)
    .filter((number) => verdict(proofs.filter(({ requirement }) => requirement === number)) !== 'passed')
}
