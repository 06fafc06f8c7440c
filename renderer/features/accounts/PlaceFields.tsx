// Where an account is: exchange, test or live, and the label that tells its key from the others.

import { promisesOf } from '../../../shared/venues/fact-sheets.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import { text } from '../../messages/late/en.ts'
import { venueName } from '../../state/session/names.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'

export interface Place {
  venue: string
  environment: 'test' | 'live'
  label: string
}

export const FIRST_PLACE: Place = { venue: VENUES[0]?.id ?? '', environment: 'test', label: '' }

const hasTest = (venue: string) => promisesOf(venue).testing !== 'none'

/** The same at another exchange: live where that has nothing else, and never another mode than before otherwise. */
const at = (place: Place, venue: string): Place => ({
  ...place,
  venue,
  environment: hasTest(venue) ? place.environment : 'live',
})

interface Props {
  place: Place
  onChange: (place: Place) => void
  fault: string | null
}

/** The fields. */
export function PlaceFields({ place, onChange, fault }: Props) {
  return (
    <>
      <div className="two-fields">
        <Combobox
          label={text.accounts.venue}
          value={place.venue}
          options={VENUES.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(venue: string) => onChange(at(place, venue))}
        />
        <Field
          label={text.accounts.label}
          value={place.label}
          maxLength={60}
          fault={fault}
          onChange={(label) => onChange({ ...place, label })}
        />
      </div>
      <Segmented
        legend={text.accounts.environment}
        options={optionsOf(text.accounts.environments).filter(({ value }) => value === 'live' || hasTest(place.venue))}
        value={place.environment}
        onChange={(environment) => onChange({ ...place, environment })}
      />
      <p className="hint">
        {hasTest(place.venue) ? null : `${text.credentials.noTest(venueName(place.venue))} `}
        {text.accounts.environmentHelp[place.environment]}
      </p>
    </>
  )
}
