// Bundles the shell's own files as CommonJS, which is all that an Electron before 28 can load.

import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, mergeConfig, type Plugin } from 'vite'
import { ROOT } from '../../scripts/setup/paths.mjs'
import page from '../../vite.config.ts'

/** Where the shell for it is put, with nothing changed. */
export const OLD_SHELL = join(ROOT, 'out', 'old-electron')

/** A change of one place of the shell's source, which must be there exactly once. */
export interface Edit {
  /** Relative to the repository. */
  file: string
  from: string
  to: string
}

/** The modules that cannot run in this Electron's Node, and what takes their place. */
const INSTEAD = new Map([
  [join(ROOT, 'electron', 'app', 'profile.ts'), join(ROOT, 'tools', 'old-electron', 'profile.ts')],
])

/** The sources of the preload. */
const IN_PRELOAD = /^electron\/(preload|bridge|ipc\/channels)\.ts$/

/**
 * Builds the page from the same sources with its style sheets put into words that Chromium 114 knows: two colours in one
 * value came with 123, and without them nothing has a colour or an outline.
 */
export async function bundlePage(): Promise<void> {
  const outDir = join(OLD_SHELL, 'renderer')
  const older = { logLevel: 'warn' as const, build: { outDir, target: 'chrome114', chunkSizeWarningLimit: 2000 } }
  await build({ configFile: false, ...mergeConfig(page, older) })
}

/**
 * Writes `main/main.cjs` below the folder, with the product's built preload and the page for Chromium 114 beside it. With edits it is
 * another shell than ours: that is how unsafe settings are planted.
 * @throws Error when an edit does not fit the source any more
 */
export async function bundleShell(folder: string, edits: readonly Edit[] = []): Promise<void> {
  const used = new Set<Edit>()
  mkdirSync(folder, { recursive: true })
  await bundle(join(ROOT, 'tools', 'old-electron', 'main.ts'), join(folder, 'main'), [instead(), planted(edits, used)])
  if (edits.some(({ file }) => IN_PRELOAD.test(file))) {
    await bundle(join(ROOT, 'electron', 'preload.ts'), join(folder, 'preload'), [planted(edits, used)])
  } else link(join(ROOT, 'out', 'preload'), join(folder, 'preload'))
  if (folder !== OLD_SHELL) link(join(OLD_SHELL, 'renderer'), join(folder, 'renderer'))
  const left = edits.filter((edit) => !used.has(edit))
  if (left.length > 0) throw new Error(`not part of the shell: ${left.map(({ file }) => file).join(', ')}`)
}

function link(target: string, path: string): void {
  rmSync(path, { recursive: true, force: true })
  symlinkSync(target, path)
}

async function bundle(entry: string, outDir: string, plugins: Plugin[]): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins,
    // The page's files are no part of it.
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node18',
      minify: false,
      // Nobody downloads it.
      chunkSizeWarningLimit: 2000,
      ssr: true,
      rolldownOptions: {
        input: entry,
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: `${basename(entry, '.ts')}.cjs`, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  })
}

function instead(): Plugin {
  return {
    name: 'instead',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return (found === null ? undefined : INSTEAD.get(found.id)) ?? null
    },
  }
}

function planted(edits: readonly Edit[], used: Set<Edit>): Plugin {
  return {
    name: 'planted',
    enforce: 'pre',
    load(id) {
      const mine = edits.filter(({ file }) => id === join(ROOT, file))
      if (mine.length === 0) return null
      let text = readFileSync(id, 'utf8')
      for (const edit of mine) {
        const parts = text.split(edit.from)
        if (parts.length !== 2) throw new Error(`${edit.file} holds ${parts.length - 1} times: ${edit.from}`)
        text = parts.join(edit.to)
        used.add(edit)
      }
      return text
    },
  }
}
