// Builds the page for the Chromium shell; electron-vite builds the same folder for Electron.

import { fileURLToPath } from 'node:url'
import { defineConfig, type Rolldown } from 'vite'

/** Whether the page needs this module before it can draw its first screen: the entry reaches it by imports that do not wait. */
function isFirst(id: string, context: Pick<Rolldown.PluginContext, 'getModuleInfo'>): boolean {
  const seen = new Set<string>()
  const reaches = (at: string): boolean => {
    if (seen.has(at)) return false
    seen.add(at)
    const info = context.getModuleInfo(at)
    if (info === null) return false
    return info.isEntry || info.importers.some(reaches)
  }
  return reaches(id)
}

/** The words of answers, which are asked for before any late view is. */
const ANSWERS = /\/renderer\/messages\/(reasons\/|late\/en-errors)/

/** What several late views stand on. */
const SHARED = /\/node_modules\/|\/renderer\/(ui|state)\/|\/shared\//

const among = (paths: RegExp) => (id: string) => paths.test(id.replaceAll('\\', '/'))

/**
 * One file for all that comes first, one for the words of answers, one for long tables, and one for what the late views have in common: each one
 * more is asked of the shell by itself. The views have a file each. A file takes what it needs along unless an earlier one of
 * these has it, so what comes first is asked for first.
 */
const FILES = [
  {
    name: (id: string, context: Pick<Rolldown.PluginContext, 'getModuleInfo'>) =>
      isFirst(id, context) ? 'first' : null,
    // Without one the build asks for it, as the name is a function.
    debugName: 'first',
    priority: 3,
  },
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
  // Named here because the page's own tsconfig is two references away from the files that hold JSX.
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('./out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    // The polyfill injects a script and fetches; the policy that the page runs under forbids both.
    modulePreload: { polyfill: false },
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
