import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import type { TableExport } from '../task.ts';
import { profileOf } from './answers.ts';
import { measuredOf } from './measured.ts';
import { tableHead } from './tableHead.ts';

/** Every spatial index at every radius, now and in the first year. */
export function profileTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  const profile = profileOf(state);
  if (!measured || !profile || profile.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t, find } = speech;
  const { request, before } = profile;
  const ids = Object.keys(profile.values);
  const name = (id: string) => find('indices', `${id}.name`) ?? id;
  return {
    name: `${state.view.city}-${request.group}-${request.year}-${t('measure.file-profile')}`,
    head: tableHead(
      measured,
      [
        t('measure.profile-definition'),
        ...ids.map(
          (id) => `${name(id)}: ${find('indices', `${id}.explanation`) ?? ''} ${indexById(id).citation}`,
        ),
      ],
      speech,
    ),
    columns: [
      { head: t('measure.column-radius') },
      ...ids.map((id) => ({ head: `${name(id)}, ${request.year}` })),
      ...(before ? ids.map((id) => ({ head: `${name(id)}, ${before.year}` })) : []),
    ],
    rows: request.radii.map((radius, i) => [
      radius,
      ...ids.map((id) => profile.values[id]?.[i] ?? null),
      ...(before ? ids.map((id) => before.values[id]?.[i] ?? null) : []),
    ]),
  };
}
