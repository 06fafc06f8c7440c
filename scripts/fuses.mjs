// Sets every fuse of the packaged app, called by electron-builder after packing and before signing.

import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/** @import { AfterPackContext, LinuxPackager } from 'electron-builder' */

/** @type {Record<string, string>} */
const ENDINGS = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' }

/**
 * electron-builder takes its eight fuses from `electronFuses`. Its own copy of the tool does not know the ninth and would
 * let a tenth keep its default; here all are demanded.
 * @param {AfterPackContext} context
 * @throws {Error} when this Electron has a fuse that is not set, or lacks one that is
 */
export async function afterPack({ packager, appOutDir, electronPlatformName }) {
  const name =
    electronPlatformName === 'linux'
      ? /** @type {LinuxPackager} */ (packager).executableName
      : packager.appInfo.productFilename
  // Private in its types; written as a name of its own it would be a second list of the same fuses.
  const named = await packager['generateFuseConfig'](packager.config.electronFuses ?? {})
  await flipFuses(join(appOutDir, `${name}${ENDINGS[electronPlatformName]}`), {
    ...named,
    version: FuseVersion.V1,
    // The trap handlers keep WebAssembly inside its memory.
    [FuseV1Options.WasmTrapHandlers]: true,
    strictlyRequireAllFuses: true,
  })
}
