// Builds the page for the Chromium shell; electron-vite builds the same folder for Electron.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

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
  },
})
