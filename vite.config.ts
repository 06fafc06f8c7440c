// Builds the page for the Chromium shell; electron-vite builds the same folder for Electron.

import { fileURLToPath } from 'node:url'
import { defineConfig, type Rolldown } from 'vite'

type Modules = Pick<Rolldown.PluginContext, 'getModuleInfo'>

/** Whether one of these modules reaches this one by imports that do not wait. */
function isReached(id: string, modules: Modules, from: (info: Rolldown.ModuleInfo) => boolean): boolean {
  const seen = new Set<string>()
  const reaches = (at: string): boolean => {
    if (seen.has(at)) return false
    seen.add(at)
    const info = modules.getModuleInfo(at)
    if (info === null) return false
    return from(info) || info.importers.some(reaches)
  }
  return reaches(id)
}

/** Whether the page needs this module before it can draw its first screen. */
const isFirst = (id: string, modules: Modules) => isReached(id, modules, ({ isEntry }) => isEntry)

/** What comes right after the first screen: what asks for the data, what the first screen's buttons do, and who keeps the focus. */
const NEXT =
  /\/renderer\/(state\/start|state\/(orders\/one-click|ticket\/ticket|vault\/vault|session\/session)-actions|ui\/keep-focus)\.ts$/

const isNext = (id: string, modules: Modules) =>
  isReached(id, modules, (info) => NEXT.test(info.id.replaceAll('\\', '/')))

/** The words of answers, which are asked for before any late view is. */
const ANSWERS = /\/renderer\/messages\/(reasons\/|late\/en-errors)/

/** What several late views stand on. */
const SHARED = /\/node_modules\/|\/renderer\/(ui|state)\/|\/shared\//

const among = (paths: RegExp) => (id: string) => paths.test(id.replaceAll('\\', '/'))

/**
 * One file for all that comes first, one for what comes right after it, one for the words of answers, one for long tables, and one
 * for what the late views have in common: each one more is asked of the shell by itself. The views have a file each. A file takes
 * what it needs along unless an earlier one of these has it, so what comes first is asked for first.
 */
const FILES = [
  // A debug name is asked for where the name is a function.
  { name: (id: string, modules: Modules) => (isFirst(id, modules) ? 'first' : null), debugName: 'first', priority: 4 },
  { name: (id: string, modules: Modules) => (isNext(id, modules) ? 'next' : null), debugName: 'next', priority: 3 },
  { name: 'answers', test: among(ANSWERS), priority: 2 },
  { name: 'long-tables', test: among(/\/@tanstack\/(react-virtual|virtual-core)\//), priority: 2 },
  { name: 'later', test: among(SHARED), priority: 1 },
]

/**
 * Libraries mark their files `'use client'` for servers that draw React, of which there is none here. Hundreds of warnings that the
 * mark goes would hide one that counts.
 */
const isMarkOfLibrary = ({ code, id = '' }: Rolldown.RolldownLog) =>
  code === 'MODULE_LEVEL_DIRECTIVE' && /(^|[\\/])node_modules[\\/]/.test(id)

export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  base: './',
  // React has the hook itself since its version 18; the package is for those before.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }] },
  // Named here because the page's own tsconfig is two references away from the files that hold JSX.
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('./out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    // The polyfill injects a script and fetches; the policy that the page runs under forbids both. And the list of what each late
    // file imports would stand in the first one: they come from this computer, in idle time, and may ask for it themselves.
    modulePreload: false,
    // A data: URL in a style sheet would need a wider policy than 'self' for fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog: (level, log, tell) => {
        if (!isMarkOfLibrary(log)) tell(level, log)
      },
      output: {
        codeSplitting: { groups: FILES },
      },
    },
  },
})
