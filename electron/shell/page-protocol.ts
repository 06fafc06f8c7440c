// Answers a page request from the map of built files. Pure, so that both shells answer alike and a table can test it.

import type { PageFiles } from './page-files.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export interface PageAnswer {
  status: 200 | 404 | 405
  headers: Record<string, string>
  body: Buffer
}

/** `origin` is compared exactly, for example `app://prelist`. Query and fragment do not choose a file. */
export function answerPage(files: PageFiles, origin: string, method: string, url: string): PageAnswer {
  if (method !== 'GET') return refusal(405)
  const target = URL.parse(url)
  if (target === null || target.username !== '' || target.password !== '') return refusal(404)
  if (`${target.protocol}//${target.host}` !== origin) return refusal(404)
  const file = files.get(target.pathname)
  if (file === null) return refusal(404)
  return { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': file.contentType }, body: file.body }
}

function refusal(status: 404 | 405): PageAnswer {
  const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }
  return { status, headers, body: Buffer.alloc(0) }
}
