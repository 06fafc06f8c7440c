// What the operations on the list of coins take, for hostile messages.

import type { OperationName } from '../../../../shared/contract/contract.ts'
import type { Case } from './hostile-case.ts'

type Cases = Partial<Record<OperationName, Case>>

const COLUMNS = {
  sorting: [{ id: 'rank', desc: false }],
  layout: { visibility: { rank: false }, order: ['coin'], widths: { coin: 200 } },
}
const VIEW = {
  ...{ ...COLUMNS, search: 'words', screen: 75 },
  filters: {
    airdrop: { kind: 'any', values: ['confirmed'] },
    score: { kind: 'range', of: 'tech', from: 75, to: null },
    watched: { kind: 'is', is: true },
    deadline: { kind: 'days', days: 7 },
  },
}
const NO_VIEW = '00000000-0000-4000-8000-000000000000'

export const LIST_CASES = {
  'coins.markMany': {
    valid: { coinIds: ['peaq', 'ten'], watched: true, addTags: ['a'], removeTags: ['b'] },
    fields: { coinIds: 'ids', watched: 'flag?', addTags: 'lines?', removeTags: 'lines?' },
  },
  'coins.removeMany': { valid: { coinIds: ['peaq', 'ten'] }, fields: { coinIds: 'ids' } },
  'listFile.export': { valid: { path: '/tmp/list.csv' }, fields: { path: 'secret' } },
  'listFile.preview': { valid: { text: 'name,ticker' }, fields: { text: 'secret?', path: 'secret?' } },
  'listFile.commit': {
    valid: { previewId: NO_VIEW, withoutBadRows: true },
    fields: { previewId: 'id', withoutBadRows: 'flag?' },
  },
  'listFile.cancel': { valid: {}, fields: {} },
  'since.get': { valid: {}, fields: {} },
  'views.list': { valid: {}, fields: {} },
  'views.save': {
    valid: { viewId: NO_VIEW, name: 'Name', view: VIEW },
    fields: {
      ...{ viewId: 'id?', name: 'line?' },
      'view?': { sorting: 'lines', search: 'search' },
    },
  },
  'views.remove': { valid: { viewId: NO_VIEW }, fields: { viewId: 'id' } },
  'views.remember': { valid: COLUMNS, fields: { sorting: 'lines', layout: { order: 'lines' } } },
} satisfies Cases
