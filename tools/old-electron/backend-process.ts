// The backend of the old Electron's shell as a process of its own, in Node 24.

import { processLink } from './link.ts'
import { serveBackend } from './serve-backend.ts'

// Whether Electron ended in order or not: nobody is left to order or to be told.
void serveBackend(processLink(process)).closed.finally(() => process.exit())
