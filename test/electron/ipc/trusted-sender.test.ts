// Who may call: our own page's main frame, compared exactly. The table is of addresses that look like it.

import { expect, it } from 'vitest'
import { trustedSender } from '../../../electron/ipc/trusted-sender.ts'

const trusted = (url: string, origin = 'app://prelist', isMainFrame = true) =>
  trustedSender({ url, isMainFrame, window: 'main' }, origin) !== null

it.each(['app://prelist/', 'app://prelist/index.html', 'app://prelist/#orders', 'app://prelist/index.html?x=1#y'])(
  'trusts %s',
  (url) => {
    expect(trusted(url)).toBe(true)
  },
)

it.each([
  '',
  'app:',
  'app://',
  'app:///',
  'app://prelist.evil/',
  'app://prelist.evil.example/index.html',
  'app://evil.prelist/',
  'app://prelist@evil/',
  'app://user@prelist/',
  'app://user:pass@prelist/',
  'app://prelist:80/',
  'app://prelist/evil.html',
  'app://prelist/index.html/',
  'app://prelist/index.html.evil',
  'app://prelist//index.html',
  'app://prelist/%69ndex.html',
  'app://PRELIST/',
  'app://prelist\u2024/',
  'app://pre\u200blist/',
  'app://pr\u0435list/',
  'http://prelist/',
  'https://prelist/index.html',
  'file:///index.html',
  'file://prelist/index.html',
  'data:text/html,app://prelist/',
  'blob:app://prelist/0',
  'javascript:app://prelist/',
  'about:blank',
  'about:srcdoc',
  'null',
  'chrome-error://chromewebdata/',
  'view-source:app://prelist/',
  'app-evil://prelist/',
  'xapp://prelist/',
])('refuses %j [R9]', (url) => {
  expect(trusted(url)).toBe(false)
})

it('refuses every frame but the main one [R9]', () => {
  expect(trusted('app://prelist/', 'app://prelist', false)).toBe(false)
})

it.each([
  ['https://prelist.localhost', 'https://prelist.localhost/', true],
  ['https://prelist.localhost', 'http://prelist.localhost/', false],
  ['https://prelist.localhost', 'https://prelist.localhost:8443/', false],
  ['https://prelist.localhost', 'https://prelist.localhost.evil.example/', false],
  ['http://127.0.0.1:5173', 'http://127.0.0.1:5173/', true],
  ['http://127.0.0.1:5173', 'http://127.0.0.1:5174/', false],
  ['http://127.0.0.1:5173', 'http://127.0.0.1.evil.example:5173/', false],
])('with the page at %s: %s is trusted: %s', (origin, url, expected) => {
  expect(trusted(url, origin)).toBe(expected)
})

it('names the window that the shell named', () => {
  expect(trustedSender({ url: 'app://prelist/', isMainFrame: true, window: 'second' }, 'app://prelist')).toEqual({
    window: 'second',
  })
})
