// The coins that come with the app, in the order of the publication. To add one: write its file, list it here.

import { dojima } from './coins/dojima.ts'
import { dolomite } from './coins/dolomite.ts'
import { gravity } from './coins/gravity.ts'
import { lurk } from './coins/lurk.ts'
import { movement } from './coins/movement.ts'
import { myPetHooligan } from './coins/my-pet-hooligan.ts'
import { nibiru } from './coins/nibiru.ts'
import { nillion } from './coins/nillion.ts'
import { nimble } from './coins/nimble.ts'
import { ola } from './coins/ola.ts'
import { parcl } from './coins/parcl.ts'
import { peaq } from './coins/peaq.ts'
import { readygg } from './coins/readygg.ts'
import { ten } from './coins/ten.ts'
import type { CatalogEntry } from './entry.ts'

export const CATALOG: readonly CatalogEntry[] = [
  gravity,
  nillion,
  myPetHooligan,
  parcl,
  nibiru,
  readygg,
  dolomite,
  movement,
  ola,
  lurk,
  nimble,
  ten,
  dojima,
  peaq,
]
