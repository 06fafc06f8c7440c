// Builds what draws the first screen into the document: one file, which the shells load.

import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig, type Plugin } from 'vite'
import page from './vite.config.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What comes after the first paint is never asked for here. */
const firstOnly: Plugin = {
  name: 'first-only',
  generateBundle: (_, bundle) => {
    for (const [name, file] of Object.entries(bundle)) if (file.type !== 'chunk' || !file.isEntry) delete bundle[name]
  },
}

// The names of classes are made of where their files lie, so it is built from the same folder as the page.
export default defineConfig(
  mergeConfig(page, {
    // React has a build for development too, and asks which one is meant when it is loaded.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [firstOnly],
    ssr: { noExternal: true },
    build: {
      outDir: path('out/document'),
      target: 'node20',
      copyPublicDir: false,
      minify: 'oxc',
      ssr: path('renderer/document/first-screen.tsx'),
    },
  }),
)
