// Sends one request from a process of its own, whose environment the test chose: through the app's adapter, or as plain
// Node would send it. Prints what came of it.

import { readFileSync } from 'node:fs'
import { request as plainHttp } from 'node:http'
import { request as plainHttps } from 'node:https'
import { sendHttp } from '../../../../electron/adapters/http-request.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'

const [way = '', url = '', authority = ''] = process.argv.slice(2)

function plainly(): Promise<string> {
  return new Promise((resolve) => {
    const outgoing = (url.startsWith('https:') ? plainHttps : plainHttp)(url, { method: 'POST' }, (response) => {
      response.resume()
      response.on('end', () => resolve('answered'))
    })
    outgoing.on('error', () => resolve('failed'))
    outgoing.end('{"plain":true}')
  })
}

async function adapted(): Promise<string> {
  const trusted = authority === '' ? [] : [[readFileSync(authority, 'utf8')]]
  const request = { method: 'POST', url, headers: {}, body: '{"sealed":true}', deadlineMs: 5_000 }
  return (await sendHttp(request, systemClock, ...trusted)).phase
}

process.stdout.write(way === 'plain' ? await plainly() : await adapted())
