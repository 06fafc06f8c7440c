// The built renderer as a fixed map from path to bytes, read once at start. Both shells serve pages from it alone.

import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface PageFile {
  body: Buffer
  contentType: string
}

export interface PageFiles {
  /** The file with exactly this URL path, for example `/index.html`, or null. `/` is the index. */
  get(pathname: string): PageFile | null
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * Reads every file below `dir` into memory. A request is later a map look-up and never touches the disk, so no path a
 * page can think of leads outside the build.
 * @throws Error when there is no index.html, or a file has a type that no page should be served.
 */
export function loadPageFiles(dir: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const contentType = CONTENT_TYPES[extname(entry.name)]
    if (contentType === undefined) throw new Error(`The page build holds a file of an unknown type: ${entry.name}`)
    files.set(`/${relative(dir, path).split(sep).join('/')}`, { body: readFileSync(path), contentType })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error('The page build holds no index.html')
  files.set('/', index)
  return { get: (pathname) => files.get(pathname) ?? null }
}
