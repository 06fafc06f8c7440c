// The dev server of the page: on this machine alone, with the fake backend and hot reload.

import { fileURLToPath } from 'node:url'
import { createServer, type Plugin, type ViteDevServer } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Nothing but what the page and its fake are made of is served. */
const SERVED = ['renderer', 'shared', 'tools/dev/page', 'test/renderer/fakes', 'node_modules']

const FAKE = at('tools/dev/page/fake.ts').replaceAll('\\', '/')

/** Scripts of a page run in their order, so the fake is there before the page asks. */
const withFake: Plugin = {
  name: 'prelist-fake-backend',
  apply: 'serve',
  transformIndexHtml: () => [
    { tag: 'script', attrs: { type: 'module', src: `/@fs/${FAKE.replace(/^\//, '')}` }, injectTo: 'head' },
  ],
}

/**
 * Starts it on a port of 127.0.0.1; 0 takes a free one.
 * @throws Error when the port is taken: another one could be somebody else's page
 */
export async function openPageServer(port: number): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: at('vite.config.ts'),
    cacheDir: at('node_modules/.cache/vite-dev'),
    clearScreen: false,
    logLevel: 'warn',
    plugins: [withFake],
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      cors: false,
      fs: { strict: true, allow: SERVED.map(at) },
    },
  })
  return server.listen()
}
