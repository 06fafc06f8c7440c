// How many sentences for people each file of the backend still has. They go to renderer/messages/, and this list to nothing.

export const SENTENCES_LEFT: Readonly<Record<string, number>> = {
  'electron/chromium.ts': 2,
  'electron/exchanges/bybit/account.ts': 1,
  'electron/shell/chromium/file-chooser.ts': 8,
  'electron/shell/electron/electron-vault.ts': 2,
  'electron/shell/outside-question.ts': 2,
  'electron/vault/backup/recovery-kit.ts': 4,
}
