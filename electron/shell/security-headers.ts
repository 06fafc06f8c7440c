// The response headers of every page file. Both shells send exactly these, so what passes in one passes in the other.

import { createHash } from 'node:crypto'

const policyOf = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    // The page has no network at all: everything it learns or does goes through the bridge.
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** The policy of a document with such style sheets in it: each by the hash of its text, so no other can take its place. */
export function policyWithStyles(sheets: readonly string[]): string {
  return policyOf(sheets.map((sheet) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`))
}

/** Headers for every answer to the page, the refusals included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = Object.freeze({
  'content-security-policy': policyOf([]),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Files of an older build must never be mixed with the present one.
  'cache-control': 'no-store',
})
