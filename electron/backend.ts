// The entry of whoever runs the backend without a window: scripts, and tests that live outside this repository, which know
// it by this name. The app itself imports app/backend.ts.

export { type Backend, createBackend } from './app/backend.ts'
export type { BackendOptions } from './app/backend-options.ts'
