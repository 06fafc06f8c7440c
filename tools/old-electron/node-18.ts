// What the shell uses of Node and Electron's Node 18 lacks. Loaded first; the backend does not need it, it runs in Node 24.

import fs, { type Dirent } from 'node:fs'
import { join } from 'node:path'

URL.parse ??= (url, base) => {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

Promise.withResolvers ??= <T>() => {
  let resolve: (value: T | PromiseLike<T>) => void = () => {}
  let reject: (reason?: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

const readdirSync = fs.readdirSync as (folder: string, options?: object) => Dirent[]

/** With `recursive`, which came in 18.17, every entry below the folder with the folder that holds it. */
function readdirBelow(folder: string, options?: { recursive?: boolean; withFileTypes?: boolean }): Dirent[] {
  if (options?.recursive !== true || options.withFileTypes !== true) return readdirSync(folder, options)
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const below = entry.isDirectory() ? readdirBelow(join(folder, entry.name), options) : []
    return [Object.assign(entry, { parentPath: folder }), ...below]
  })
}

Object.assign(fs, { readdirSync: readdirBelow })
