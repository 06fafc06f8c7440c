// Makes what the old Electron is started with: the shell with nothing changed, and the page.

import { bundlePage, bundleShell, OLD_SHELL } from './bundle.ts'

await bundlePage()
await bundleShell(OLD_SHELL)
