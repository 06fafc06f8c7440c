// The page map: exact paths only, and nothing that is not part of the build.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPageFiles } from '../../../electron/shell/page-files.ts'
import { SECURITY_HEADERS } from '../../../electron/shell/security-headers.ts'

let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prelist-pages-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html>')
  writeFileSync(join(dir, 'assets', 'main.js'), 'void 0')
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('serves the files of the build with their types', () => {
  const pages = loadPageFiles(dir)
  expect(pages.get('/')?.contentType).toBe('text/html; charset=utf-8')
  expect(pages.get('/index.html')?.body.toString()).toBe('<!doctype html>')
  expect(pages.get('/assets/main.js')?.contentType).toBe('text/javascript; charset=utf-8')
})

test.each([
  '',
  'index.html',
  '/../index.html',
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets',
  '/assets/',
  '//index.html',
  '/INDEX.HTML',
  '/index.html\u0000',
  '/etc/passwd',
  '/__proto__',
  '/constructor',
])('refuses %j [R3]', (pathname) => {
  expect(loadPageFiles(dir).get(pathname)).toBeNull()
})

test('refuses a build with a file that no page needs', () => {
  writeFileSync(join(dir, 'notes.sqlite'), '')
  expect(() => loadPageFiles(dir)).toThrow('unknown type')
})

test('refuses a build without an index', () => {
  rmSync(join(dir, 'index.html'))
  expect(() => loadPageFiles(dir)).toThrow('index.html')
})

test('the page has no network and no way to run text as code [R4]', () => {
  const policy = SECURITY_HEADERS['content-security-policy'] ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
})
