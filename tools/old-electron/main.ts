// The product's own main for an Electron that is too old for it: the same `electron/main.ts`, with its backend in a Node 24
// child. For tests only; `bundle.ts` makes it.

import './node-18.ts'
import '../../electron/main.ts'
