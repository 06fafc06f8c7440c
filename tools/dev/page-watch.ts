// Builds the page anew after each change, as a product build would, and keeps the last one that worked.

import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { loadPageFiles, type PageFiles } from '../../electron/shell/page-files.ts'

const CONFIG = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))

export interface WatchedPage {
  /** The files of the last build that worked. */
  files: PageFiles
  close(): Promise<void>
}

export interface PageWatch {
  /** Where the page's sources are; by default the app's own. */
  root?: string
  outDir: string
  /** Called after every build but the first. */
  onBuilt: () => void
  onFailed: (why: string) => void
}

/**
 * Watches and builds; resolves when the first build is there.
 * @throws Error when the first build fails
 */
export async function watchPage({ root, outDir, onBuilt, onFailed }: PageWatch): Promise<WatchedPage> {
  const watcher = await build({
    configFile: CONFIG,
    logLevel: 'error',
    ...(root !== undefined && { root }),
    build: { outDir, emptyOutDir: true, minify: false, watch: {} },
  })
  if (!('on' in watcher)) throw new Error('the build does not watch')
  let current: PageFiles | null = null
  let hasFailed = false
  const first = Promise.withResolvers<void>()
  watcher.on('event', (event) => {
    if (event.code === 'START') hasFailed = false
    if (event.code === 'ERROR') {
      hasFailed = true
      if (current === null) first.reject(event.error)
      else onFailed(event.error.message)
    }
    // The end comes after a failure too.
    if (event.code !== 'END' || hasFailed) return
    const isFirst = current === null
    current = loadPageFiles(outDir)
    if (isFirst) first.resolve()
    else onBuilt()
  })
  const close = () => watcher.close()
  await first.promise.catch(async (error: unknown) => {
    await close()
    throw error
  })
  const files: PageFiles = { get: (path) => current?.get(path) ?? null }
  return { files, close }
}
