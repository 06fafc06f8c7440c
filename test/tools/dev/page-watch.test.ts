// The page of `npm run dev -- app` is built anew after each change; a change that does not build leaves the last one.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchPage } from '../../../tools/dev/page-watch.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'

/** What the watcher tells, one thing at a time. */
function told() {
  const waiting: ((what: string) => void)[] = []
  const heard: string[] = []
  const say = (what: string) => {
    const next = waiting.shift()
    if (next === undefined) heard.push(what)
    else next(what)
  }
  const next = () =>
    new Promise<string>((resolve) => {
      const what = heard.shift()
      if (what === undefined) waiting.push(resolve)
      else resolve(what)
    })
  return { say, next }
}

test('builds after a change, keeps the last page that could be built, and says why one could not', async () => {
  const folder = makeProfile()
  const root = path.join(folder, 'page')
  mkdirSync(root, { recursive: true })
  const write = (script: string) => writeFileSync(path.join(root, 'main.ts'), script)
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><script type="module" src="./main.ts"></script>')
  write("document.title = 'one'")
  const { say, next } = told()
  const outDir = path.join(folder, 'built')
  const page = await watchPage({ root, outDir, onBuilt: () => say('built'), onFailed: (why) => say(`failed: ${why}`) })
  onTestFinished(() => page.close())
  const script = () => {
    const html = String(page.files.get('/')?.body)
    const [, src = ''] = /src="\.(\/[^"]+)"/.exec(html) ?? []
    return String(page.files.get(src)?.body)
  }
  expect(script()).toContain('one')
  write("document.title = 'two'")
  expect(await next()).toBe('built')
  expect(script()).toContain('two')
  write('document.title = ')
  expect(await next()).toMatch(/^failed: /)
  expect(script()).toContain('two')
  write("document.title = 'three'")
  expect(await next()).toBe('built')
  expect(script()).toContain('three')
})
