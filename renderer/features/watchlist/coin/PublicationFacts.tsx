// Where the published part comes from.

import type { Publication } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'

/** Title, date, people and interest of the publication. */
export function PublicationFacts({ publication }: { publication: Publication }) {
  const { detail } = text.coins
  return (
    <section className="publication" aria-label={detail.publication}>
      <h3>{detail.publication}</h3>
      <Facts>
        <Fact name={detail.title}>{publication.title}</Fact>
        <Fact name={detail.publisher}>{publication.publisher}</Fact>
        <Fact name={detail.date}>{publication.published}</Fact>
        <Fact name={detail.presenter}>{publication.presenter}</Fact>
        <Fact name={detail.interest}>{publication.interest}</Fact>
        <Fact name={detail.notesOnPublication}>{publication.note}</Fact>
        <Fact name={detail.disclaimer}>{publication.disclaimer}</Fact>
      </Facts>
    </section>
  )
}
