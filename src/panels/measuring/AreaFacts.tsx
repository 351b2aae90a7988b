import { useSpeech } from '#state/useApp.ts';
import type { Measured } from './measured.ts';
import { shareText } from './shareText.ts';

/** Four figures of one area as a small table: the same words in panel and hover card. */
export function AreaFacts({
  measured,
  position,
}: {
  readonly measured: Measured;
  readonly position: number;
}) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const { answer, cityShare, surplus } = measured;
  const share = answer.shares[position] ?? NaN;
  if (Number.isNaN(share)) return <p class="ql-note">{t('measure.area-excluded')}</p>;
  const persons = surplus[position] ?? NaN;
  const facts = [
    [
      shareText(measured, speech),
      numbers.percent(share),
      t('explore.city-line', { figure: numbers.percent(cityShare) }),
    ],
    [t('measure.map-location-quotient'), numbers.decimal(answer.locationQuotients[position] ?? NaN, 2), ''],
    [
      persons < 0 ? t('measure.area-fewer') : t('measure.area-more'),
      numbers.integer(Math.abs(persons)),
      t('measure.area-even'),
    ],
    [
      t('measure.map-contribution'),
      numbers.decimal(Math.abs(answer.contributions[position] ?? NaN) * 100, 3),
      t('measure.area-points', { d: numbers.decimal(sizeOf(answer.contributions) * 100) }),
    ],
  ] as const;
  return (
    <table class="ql-cross">
      <tbody>
        {facts.map(([name, figure, note]) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {note && <small>{note}</small>}
            </th>
            <td>
              <b>{figure}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The contributions of all areas, taken without their sign, add up to D. */
function sizeOf(contributions: Float64Array): number {
  return contributions.reduce((sum, part) => sum + (Number.isNaN(part) ? 0 : Math.abs(part)), 0);
}
