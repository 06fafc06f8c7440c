// Run by the keychain test inside its private session: writes, reads and deletes one item and prints what came back.

import { createKeychain } from '../electron/adapters/keychain.ts'

const keychain = createKeychain('Prelist test')
const answers: unknown[] = []
for (const step of [
  () => keychain.get('nobody'),
  () => keychain.set('item', 'a wrapping key'),
  () => keychain.get('item'),
  () => keychain.delete('item'),
  () => keychain.get('item'),
]) {
  answers.push(
    await step().then(
      (value) => value ?? null,
      (error: { code?: string }) => error.code ?? 'untyped error',
    ),
  )
}
process.stdout.write(JSON.stringify(answers))
