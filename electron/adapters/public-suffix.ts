// Hosts by the public suffix list, as the package tldts carries it. The list is as old as the package: a suffix that is younger
// counts as a domain that somebody registered.

import { domainToUnicode } from 'node:url'
import { parse } from 'tldts'
import type { HostParts } from '../ports/research.ts'

/** Takes a host in ASCII apart; suffixes of companies count as suffixes, so that their customers are not one owner. */
export function hostParts(host: string): HostParts {
  const { domain, subdomain, domainWithoutSuffix, publicSuffix, isPrivate, isIp } = parse(host, {
    allowPrivateDomains: true,
    // The host comes out of a parsed address.
    extractHostname: false,
  })
  return {
    domain,
    subdomain: subdomain ?? '',
    label: domainWithoutSuffix ?? '',
    suffix: publicSuffix ?? '',
    isHosted: isPrivate === true,
    isIp: isIp === true,
    // Empty for what is no valid host.
    shown: domainToUnicode(host) || host,
  }
}
