// The entry of whoever runs the backend without a window: scripts, and tests that live outside this repository, which know
// it by this name. The app itself imports app/backend.ts.

export { type Backend, type BackendOptions, createBackend } from './app/backend.ts'
