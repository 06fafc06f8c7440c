// The dev server of the page is for this machine alone, serves nothing but the page and its fake, and puts the fake first.

import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../../scripts/setup/paths.mjs'
import { openPageServer } from '../../../tools/dev/page-server.ts'

let server: Awaited<ReturnType<typeof openPageServer>>
beforeAll(async () => {
  server = await openPageServer(0)
})
afterAll(() => server.close())

const addressOf = () => server.httpServer?.address() as AddressInfo

function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  request({ host: '127.0.0.1', port: addressOf().port, path, headers }, (answer) => {
    text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject)
  })
    .once('error', reject)
    .end()
  return promise
}

test('listens on 127.0.0.1 alone', () => {
  expect(addressOf().address).toBe('127.0.0.1')
  expect(server.resolvedUrls).toMatchObject({ network: [] })
})

test('answers to no other name, so that no page elsewhere can read it by one', async () => {
  expect((await get('/')).status).toBe(200)
  expect((await get('/', { host: 'elsewhere.example' })).status).toBe(403)
})

test('loads the fake before the page', async () => {
  const { body } = await get('/')
  const scripts = [...body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '')
  const [fake, page] = [/tools\/dev\/page\/fake\.ts/, /\/main\.tsx/].map((one) =>
    scripts.findIndex((src) => one.test(src)),
  )
  expect(fake).toBeGreaterThanOrEqual(0)
  expect(page).toBeGreaterThan(fake as number)
  expect((await get(scripts[fake as number] ?? '')).body).toContain('Prelist on a fake backend')
})

test('takes in a changed view without loading the page anew', async () => {
  expect((await get('/main.tsx')).body).toMatch(/import\.meta\.hot\??\.accept\("\/app\/Page\.tsx"/)
})

test.each(['package.json', 'electron/main.ts', 'LICENSE', 'test/keyring.ts'])('does not serve %s', async (file) => {
  expect((await get(`/@fs${ROOT}/${file}`)).status).toBe(403)
})
