// What both shells ask before an address is opened outside.

import type { OutsideAddress } from '../ports/outside.ts'

/** The domain by itself first: it is what says whose site it is, and in a long address it is hard to find. */
export function outsideQuestion({ url, domain }: OutsideAddress) {
  return {
    title: `Open ${domain} in your browser?`,
    text: `${url}\n\nPrelist can’t check what the site shows. If you didn’t just click this link, cancel.`,
    yes: 'Open',
    no: 'Cancel',
  }
}
