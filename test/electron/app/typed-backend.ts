// The backend in a process of its own, which is told what to call by messages, as the shell tells it.

import { createBackend } from '../../../electron/app/backend.ts'

const backend = await createBackend({
  dataDir: process.argv[2] ?? '',
  venueHosts: { practice: 'http://127.0.0.1:9', binance: 'http://127.0.0.1:9' },
})
process.on('message', ({ operation, input }: { operation: string; input: unknown }) => {
  void backend.call(operation, input).then((result) => process.send?.(result.ok ? 'ok' : result.error.code))
})
process.on('disconnect', () => process.exit(0))
process.send?.('open')
