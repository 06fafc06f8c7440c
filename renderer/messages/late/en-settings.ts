// English text of the settings screen.

import type { KeychainCheck, Settings } from '../../../shared/app.ts'
import type { ProfileCheck } from '../../../shared/profile.ts'
import { SIMULATED_PRICES } from '../en-common.ts'

const THEMES: Record<Settings['theme'], string> = { system: 'System', light: 'Light', dark: 'Dark' }
const DENSITIES: Record<Settings['density'], string> = { comfortable: 'Comfortable', compact: 'Compact' }
const KEYCHAIN: Record<KeychainCheck['state'], string> = {
  ok: 'The keychain works.',
  locked: 'The keychain is locked.',
  unreachable: 'No answer from the keychain.',
}
const SEALINGS: Record<Settings['sealing'], string> = {
  classic: 'X25519',
  'post-quantum': 'X25519 and ML-KEM-768',
}
const SHELLS = { electron: 'Electron', chromium: 'Chromium', none: 'none' } as const

const PROFILE: Record<ProfileCheck['state'], string> = {
  sound: 'No damage found.',
  damaged: 'The profile is damaged. See the notice above.',
}

export const settings = {
  app: 'About this app',
  checkKeychain: 'Check the keychain',
  checkProfile: 'Check the profile',
  checking: 'Checking…',
  density: 'Density',
  densities: DENSITIES,
  disclaimerTitle: 'What Prelist isn’t',
  is: 'Prelist keeps your research, airdrops, limits and orders on this computer. It works offline and never places the same order twice.',
  isNot: [
    'Not investment advice. Neither Prelist nor the publication it quotes recommends buying, selling or holding.',
    'Not a wallet: no seed phrases, no on-chain signing, no withdrawals.',
    `Not an exchange: practice trades use play money and never leave this computer. ${SIMULATED_PRICES}`,
    'No promises: an airdrop claim is what someone published on a date, not what you’ll get.',
  ],
  identityChanged: 'Identity changed',
  identityKnown: (fingerprint: string) => `This exchange’s known identity: ${fingerprint}.`,
  identityOffered: (fingerprint: string) =>
    `It now shows ${fingerprint}. Nothing is sent until you’ve checked with its operator and accepted it.`,
  identityTrust: 'Verified: accept this identity',
  identityUnknown: 'No known identity yet. The first one it shows is remembered.',
  keychain: 'Keychain',
  keychainExplain:
    'API keys are encrypted with one key in your system keychain. We check it only when you press the button, because your system may ask for a password. Practice doesn’t need it.',
  keychainStates: KEYCHAIN,
  look: 'Appearance',
  order: 'One-click orders',
  practice: 'Practice exchange',
  profile: 'Profile',
  profileExplain:
    'Your profile is checked for damage at every start. Large profiles are checked right after opening, and new orders wait until that’s done. You can check again anytime.',
  profileStates: PROFILE,
  presetHelp: 'Each Buy and Sell button places a market order of this size on the selected account.',
  farPrice: 'Far prices',
  farPercent: 'Ask above, %',
  farHelp: 'We ask before sending a limit price this much worse than the best one.',
  presetInvalid: 'Enter an amount above 0, such as 50.',
  presetSize: 'Size in USDT',
  sealing: 'Sealed orders',
  sealingExplain:
    'Orders are encrypted so only the exchange can read them. ML-KEM-768 also protects against quantum computers; its standard is still a draft.',
  sealings: SEALINGS,
  sealingWith: 'Encryption',
  sending: 'Order timeout',
  sendingExplain:
    'An order is sent only within this time after you press the button. After that it’s never sent or resent, only looked up.',
  sendTimes: { '10': '10 s', '30': '30 s', '60': '1 min', '120': '2 min', '300': '5 min' },
  sendWithin: 'Send within',
  shell: 'Window',
  shells: SHELLS,
  theme: 'Theme',
  themes: THEMES,
  title: 'Settings',
  unsettled: 'Unconfirmed orders',
  version: 'Version',
} as const
