// What the documents name is there: files, commands, links, and the words of the glossary.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** The decisions are left out: they tell of the day on which they were made. */
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** A path of the repository, wherever it stands. Patterns and placeholders are none. */
const PATH = /(?<![\w./@-])((?:shared|electron|renderer|test|tools|scripts|docs)\/[\w./-]*[\w/])(?![\w<*{-]|[./]\w)/g
const COMMAND = /npm run ([\w:-]+)/g
const LINK = /\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g
const WORD = /^\| `([^`]+)` \| .* \| `([^`]+)` \|$/gm

const found = (page: string, pattern: RegExp) => Array.from(read(page).matchAll(pattern), ([, name = '']) => name)

test('there are pages to look at', () => {
  expect(PAGES).toContain('docs/architecture.md')
  expect(found('docs/architecture.md', PATH).length).toBeGreaterThan(50)
})

test.each(PAGES)('%s names no file that is not there', (page) => {
  expect(found(page, PATH).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test.each(PAGES)('%s leads nowhere that is not there', (page) => {
  expect(found(page, LINK).filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([])
})

test.each(PAGES)('%s names no command that is not there', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  expect(found(page, COMMAND).filter((name) => scripts[name] === undefined)).toEqual([])
})

test('the index lists every page', () => {
  const listed = found('docs/README.md', LINK)
  const pages = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md')
  expect(pages.filter((page) => !listed.includes(page.slice('docs/'.length)))).toEqual([])
})

test('every word of the glossary stands where it says', () => {
  const rows = Array.from(read('docs/glossary.md').matchAll(WORD), ([, word = '', file = '']) => ({ word, file }))
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ word, file }) => !new RegExp(`\\b${word}\\b`).test(read(file)))).toEqual([])
})
