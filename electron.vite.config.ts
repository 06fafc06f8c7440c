// The Electron build: main process and each of its workers as entries of their own, the preload in one file, the page.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import { mergeConfig } from 'vite'
import page from './vite.config.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Electron's build would leave the page as it is; so that both shells open the same bytes, it is minified here too. */
const sameBytes = { build: { minify: 'oxc', rolldownOptions: { input: path('renderer/index.html') } } }

export default defineConfig(({ command }) => ({
  main: {
    build: {
      outDir: path('out/main'),
      rolldownOptions: {
        input: {
          main: path('electron/main.ts'),
          'practice-worker': path('electron/practice-exchange/worker.ts'),
          'file-worker': path('electron/adapters/sqlite/file-worker.ts'),
          'market-data-worker': path('electron/adapters/market-data/worker.ts'),
          'vault-process': path('electron/vault/process.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: path('out/preload'),
      // A sandboxed preload can load neither packages nor further files of ours.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: path('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // Development serves the built page as well: under the page's policy there is nothing a dev server could connect to.
  ...(command === 'build' ? { renderer: mergeConfig(page, sameBytes) } : {}),
}))
