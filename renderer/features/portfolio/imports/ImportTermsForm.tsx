// What the trader says of a file: which form it has, at which place it happened, and whose clock its times are of.

import { useMemo, useState } from 'react'
import type { ImportPreview } from '../../../../shared/ledger/imports.ts'
import { text } from '../../../messages/late/en.ts'
import { sayOfImport } from '../../../state/ledger/imports-actions.ts'
import { useImports } from '../../../state/ledger/imports-store.ts'
import { accountWords } from '../../../state/session/names.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { timeZones } from '../../../time-zones.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { OTHER, placeFault, placeOf } from '../movements/movement-input.ts'
import { ELSEWHERE, usePlaceName } from '../movements/movement-words.ts'

const words = text.imports

export function FormatField() {
  const format = useImports((state) => state.format)
  const options = [
    { value: '', label: words.formatAuto },
    ...Object.entries(words.formats).map(([value, label]) => ({ value, label })),
  ]
  return (
    <SelectField
      label={words.format}
      value={format}
      options={options}
      onChange={(next) => void sayOfImport({ format: next })}
    />
  )
}

function ZoneField({ preview }: { preview: ImportPreview }) {
  const timeZone = useImports((state) => state.timeZone)
  const zones = useMemo(timeZones, [])
  const isAssumed = preview.zoneFrom === 'assumed'
  const named = isAssumed ? words.zoneNone : preview.timeZone.replaceAll('_', ' ')
  const options = [
    // What the file says stands first, so that a choice can be taken back.
    { value: '', label: timeZone === '' ? named : words.zoneAuto },
    ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ]
  return (
    <div className="block">
      <Combobox
        label={words.zone}
        value={timeZone}
        options={options}
        onChange={(next) => void sayOfImport({ timeZone: next })}
      />
      <p className="hint">{words.zoneFrom[preview.zoneFrom]}</p>
    </div>
  )
}

function PlaceField({ preview }: { preview: ImportPreview }) {
  const accounts = useSession((state) => state.accounts)
  const accountId = useImports((state) => state.accountId)
  const automatic = usePlaceName(preview.accountId)
  const chosen = usePlaceName(accountId)
  const [isOther, setOther] = useState(false)
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const options = [
    { value: '', label: accountId === '' ? words.placeAuto(automatic) : words.formatAuto },
    ...(accounts.value ?? []).map((each) => ({
      value: each.accountId,
      label: accountWords({ accounts }, each.accountId),
    })),
    { value: ELSEWHERE, label: text.ledger.places.manual },
    ...(accountId === '' || accountId === ELSEWHERE || accounts.value?.some((each) => each.accountId === accountId)
      ? []
      : [{ value: accountId, label: chosen }]),
    { value: OTHER, label: text.ledger.otherPlace },
  ]
  const takeName = () => {
    const found = placeFault(OTHER, name)
    setFault(found)
    if (found !== null) return
    setOther(false)
    void sayOfImport({ accountId: placeOf(name) })
  }
  return (
    <div className="block">
      <SelectField
        label={words.place}
        hint={words.placeHelp}
        value={isOther ? OTHER : accountId}
        options={options}
        onChange={(next) => {
          setOther(next === OTHER)
          if (next !== OTHER) void sayOfImport({ accountId: next })
        }}
      />
      {isOther ? (
        <form
          className="action-row"
          onSubmit={(event) => {
            event.preventDefault()
            takeName()
          }}
        >
          <Field
            label={text.ledger.placeName}
            hint={text.ledger.placeHint}
            value={name}
            fault={fault}
            maxLength={64}
            onChange={setName}
          />
          <button type="submit" className="button">
            {text.common.save}
          </button>
        </form>
      ) : null}
    </div>
  )
}

/** The fields. */
export function ImportTermsForm({ preview }: { preview: ImportPreview }) {
  return (
    <div className="form-row">
      <FormatField />
      <PlaceField preview={preview} />
      <ZoneField preview={preview} />
    </div>
  )
}
