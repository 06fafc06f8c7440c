// Builds the script that the Chromium shell runs before the page: what the preload is to the Electron shell.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  build: {
    outDir: path('out/chromium'),
    target: 'chrome140',
    copyPublicDir: false,
    lib: {
      entry: path('electron/shell/chromium/page-bridge.ts'),
      // One closed function: nothing of it becomes a global of the page.
      formats: ['iife'],
      name: 'prelistBridge',
      fileName: () => 'page-bridge.js',
    },
  },
})
