// Sets every fuse of the packaged app, called by electron-builder after packing and before signing.

import { FuseV1Options } from '@electron/fuses'

/** @import { AfterPackContext } from 'electron-builder' */

/**
 * electron-builder takes its eight fuses from `electronFuses`; the ninth it has no name for, and it would let a tenth
 * keep its default. Here all are demanded.
 * @param {AfterPackContext} context
 * @throws {Error} when this Electron has a fuse that is not set, or lacks one that is
 */
export async function afterPack(context) {
  const { packager } = context
  // Private in its types; written as a name of its own it would be a second list of the same fuses.
  const named = await packager['generateFuseConfig'](packager.config.electronFuses ?? {})
  await packager.addElectronFuses(context, {
    ...named,
    // The trap handlers keep WebAssembly inside its memory.
    [FuseV1Options.WasmTrapHandlers]: true,
    strictlyRequireAllFuses: true,
  })
}
