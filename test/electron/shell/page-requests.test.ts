// The handler of our scheme, as the shell registers it, asked for what it has and for everything that it must not have.

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '../../../electron/shell/security-headers.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'
import { policyFindings } from './content-policy.ts'
import { hostileAddresses } from './hostile-addresses.ts'
import { type LoadedShell, loadShell } from './load-shell.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

const FILES: Record<string, string> = {
  '/': '<!doctype html>',
  '/index.html': '<!doctype html>',
  '/assets/main.js': 'void 0',
}
const COUNT = 3_000

let shell: LoadedShell
let ask: (url: string, method?: string) => Promise<Response>

beforeEach(async () => {
  shell = await loadShell()
  symlinkSync(join(shell.pages, '..', 'secret.txt'), join(shell.pages, 'secret.txt'))
  mkdirSync(join(shell.pages, '..', 'main'))
  symlinkSync(join(shell.pages, '..', 'main'), join(shell.pages, 'main'))
  await shell.start()
  const [scheme, answer] = shell.electron.protocol.handle.mock.calls[0] ?? expect.unreachable('no handler')
  expect(scheme).toBe('app')
  ask = async (url, method = 'GET') => answer({ method, url })
})

/** What must come back, worked out from the address alone; null for a refusal. */
function expected(url: string): string | null {
  const target = URL.parse(url)
  if (target === null || target.protocol !== 'app:' || target.host !== 'prelist') return null
  if (/^app:\/\/[^/?#]*@/i.test(url.replaceAll(/[\t\n\r]/g, '').trim())) return null
  return Object.hasOwn(FILES, target.pathname) ? (FILES[target.pathname] ?? null) : null
}

test(`${COUNT} hostile addresses get a 404 or exactly their file, and none the file beside [R3]`, async () => {
  const seed = announcedSeed(`page requests, ${COUNT} addresses`)
  const counts = { 200: 0, 404: 0 }
  for (const url of hostileAddresses(seed, COUNT)) {
    const answer = await ask(url)
    const wanted = expected(url)
    const body = await answer.text()
    expect([url, answer.status, body]).toEqual([url, wanted === null ? 404 : 200, wanted ?? ''])
    expect(answer.headers.get('content-security-policy')).toBe(POLICY)
    counts[wanted === null ? 404 : 200]++
  }
  console.log(`page requests: ${counts[200]} files, ${counts[404]} refusals`)
  // Both kinds must be there, or the addresses prove nothing.
  expect(counts[404]).toBeGreaterThan(COUNT / 2)
  expect(counts[200]).toBeGreaterThan(50)
})

test.each([
  'app://prelist/secret.txt',
  'app://prelist/../secret.txt',
  'app://prelist/..%2fsecret.txt',
  'app://prelist/..\\secret.txt',
  'app://prelist/main',
  'app://user@prelist/index.html',
  'app://user:pass@prelist/index.html',
  'app://:pass@prelist/index.html',
  'app://prelist:443/index.html',
  'app://prelist./index.html',
  'app://PRELIST/index.html',
  'app:/index.html',
  'app:index.html',
  'file:///index.html',
  'https://prelist/index.html',
  'not an address',
  '',
])('%j is refused [R3]', async (url) => {
  const answer = await ask(url)
  expect([answer.status, await answer.text()]).toEqual([404, ''])
})

test.each([
  'app://prelist/',
  'app://prelist/index.html',
  'app://prelist/index.html?a=/../..#b',
  'APP://prelist/index.html',
])('%j is the index [R3]', async (url) => {
  expect(await (await ask(url)).text()).toBe('<!doctype html>')
})

test.each([
  ['GET', 'app://prelist/index.html', 200, 'text/html; charset=utf-8'],
  ['GET', 'app://prelist/assets/main.js', 200, 'text/javascript; charset=utf-8'],
  ['GET', 'app://prelist/missing', 404, 'text/plain; charset=utf-8'],
  ['GET', 'app://other/', 404, 'text/plain; charset=utf-8'],
  ['POST', 'app://prelist/index.html', 405, 'text/plain; charset=utf-8'],
  ['HEAD', 'app://prelist/index.html', 405, 'text/plain; charset=utf-8'],
  ['PUT', 'app://prelist/missing', 405, 'text/plain; charset=utf-8'],
  ['get', 'app://prelist/index.html', 405, 'text/plain; charset=utf-8'],
])('%s %s answers %i with every header once [R4]', async (method, url, status, contentType) => {
  const answer = await ask(url, method)
  expect(answer.status).toBe(status)
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-type': contentType,
  })
})

test('the policy has no weak spot [R4]', () => {
  expect(SECURITY_HEADERS['content-security-policy']).toBe(POLICY)
  expect(policyFindings(POLICY)).toEqual([])
})

test.each([
  ["default-src 'none'", "default-src 'self'"],
  ["default-src 'none'; ", ''],
  ["script-src 'self'", "script-src 'self' 'unsafe-inline'"],
  ["script-src 'self'", "script-src 'self' 'unsafe-eval'"],
  ["script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"],
  ["script-src 'self'", "script-src 'self' data:"],
  ["script-src 'self'", 'script-src https://cdn.example'],
  ["script-src 'self'", "script-src 'nonce-abc'"],
  ["script-src 'self'; ", ''],
  ["style-src 'self'", "style-src 'self' 'unsafe-inline'"],
  ["style-src 'self'", 'style-src *'],
  ['data:', 'data: https:'],
  ['data:', 'data: https://img.example'],
  ["connect-src 'none'", "connect-src 'self'"],
  ["object-src 'none'; ", ''],
  ["base-uri 'none'; ", ''],
  ["form-action 'none'", "form-action 'self'"],
  ["frame-ancestors 'none'", 'frame-ancestors *'],
  ["require-trusted-types-for 'script'; ", ''],
  ["trusted-types 'none'", 'trusted-types react'],
  ["default-src 'none'", "default-src *; default-src 'none'"],
])('a policy with %j made %j is found to be weak [R4]', (strong, weak) => {
  const policy = POLICY.replace(strong, weak)
  expect(policy).not.toBe(POLICY)
  expect(policyFindings(policy).length).toBeGreaterThan(0)
})
