// English text of the settings screen.

import type { KeychainCheck, Settings } from '../../shared/app.ts'
import type { ProfileCheck } from '../../shared/profile.ts'

const THEMES: Record<Settings['theme'], string> = { system: 'As the system', light: 'Light', dark: 'Dark' }
const DENSITIES: Record<Settings['density'], string> = { comfortable: 'Comfortable', compact: 'Compact' }
const KEYCHAIN: Record<KeychainCheck['state'], string> = {
  ok: 'The keychain works.',
  locked: 'The keychain is locked.',
  unreachable: 'The keychain cannot be reached.',
}
const SEALINGS: Record<Settings['sealing'], string> = {
  classic: 'X25519',
  'post-quantum': 'X25519 and ML-KEM-768',
}
const SHELLS = { electron: 'Electron', chromium: 'Chromium', none: 'none' } as const

const PROFILE: Record<ProfileCheck['state'], string> = {
  sound: 'No damage was found.',
  damaged: 'The profile is damaged. The notice above says what to do.',
}

export const settings = {
  app: 'About this app',
  checkKeychain: 'Check the keychain',
  checkProfile: 'Check the profile',
  checking: 'Checking…',
  density: 'Row height',
  densities: DENSITIES,
  disclaimerTitle: 'What Prelist is not',
  is: 'Prelist keeps research, airdrop work, limits and orders on this computer, works offline, and places an order once.',
  isNot: [
    'Not investment advice. Neither Prelist nor the publication that it quotes recommends buying, selling or holding.',
    'No wallet: no seed phrases, no signing on a chain, no withdrawals.',
    'No price feed: practice prices are made on this computer and are not quotes of any real market.',
    'No promise: an airdrop claim is what someone published on a date, not what you will get.',
  ],
  identityChanged: 'Another identity',
  identityKnown: (fingerprint: string) => `This exchange is known by the identity ${fingerprint}.`,
  identityOffered: (fingerprint: string) =>
    `It now shows ${fingerprint}. Nothing is sent to it until you have asked its operator and agreed.`,
  identityTrust: 'I have asked: this identity is right',
  identityUnknown: 'No identity of this exchange is known yet. The first one that it shows is remembered.',
  keychain: 'Keychain',
  keychainExplain:
    'Keys of real accounts will be wrapped by one key in your system’s keychain. Prelist only looks at it when you press the button, because the system may ask you for a password. Practice needs no keychain.',
  keychainStates: KEYCHAIN,
  look: 'Look',
  order: 'One-click orders',
  practice: 'Practice exchange',
  profile: 'Profile',
  profileExplain:
    'A small profile is checked in full before it opens, a large one right after, and no new order is sent before that is done. You can check it again at any time; your work goes on meanwhile.',
  profileStates: PROFILE,
  presetHelp: 'Each Buy and Sell button places a market order of this size on the account chosen above.',
  farPrice: 'Far prices',
  farPercent: 'Ask from, in percent',
  farHelp: 'A limit price so much worse than the best one, or further, is asked about before it is sent.',
  presetInvalid: 'Give an amount above 0, such as 50.',
  presetSize: 'Size in USDT',
  sealing: 'Sealed orders',
  sealingExplain:
    'Orders are sealed so that only the exchange can read them. With ML-KEM-768 beside X25519 they stay sealed even for a quantum computer; the standard for that is still a draft.',
  sealings: SEALINGS,
  sealingWith: 'Sealed with',
  sending: 'How long your price holds',
  sendingExplain:
    'An order leaves only within this time after you press the button. Then it is not sent, or not sent again; an order in doubt is only looked up.',
  sendTimes: { '10': '10 s', '30': '30 s', '60': '1 min', '120': '2 min', '300': '5 min' },
  sendWithin: 'Send within',
  shell: 'Window',
  shells: SHELLS,
  theme: 'Theme',
  themes: THEMES,
  title: 'Settings',
  unsettled: 'Orders not settled',
  version: 'Version',
} as const
