import { centreArea } from '#measuring/centreArea.ts';
import type { Speech } from '#state/useApp.ts';
import { groupSources } from '../figureSources.ts';
import { distanceText } from './distanceText.ts';
import type { Measured } from './measured.ts';

/** What every file of this task says on top: whose figures, of when, over which areas, from where. */
export function tableHead(
  { answer, study, group, reference, level }: Measured,
  definition: readonly string[],
  { t, text, numbers }: Speech,
): string[] {
  const { request } = answer;
  const centre = centreArea(study, request);
  const family = study.families.find((one) => one.id === level.family);
  const rest = text(reference ? reference.name : group.restName);
  return [
    `${text(study.title)}: ${text(group.name)} – ${rest}, ${request.year}`,
    ...definition,
    t('measure.head-neighbourhood', {
      neighbourhood: t(`measure.neighbourhood-${request.neighbourhood}`),
      radius: distanceText(request.radius, numbers),
      kernel: t(`measure.kernel-${request.kernel}`),
    }),
    t('measure.head-centre', {
      centre: centre
        ? `${centre.level.names[centre.position]} (${request.centre})`
        : t('measure.centre-population'),
    }),
    `${family ? text(family.plural) : level.id}, ${t('explore.vintage', { vintage: level.vintage })}`,
    t('measure.used', { used: answer.used, excluded: answer.excluded }),
    t('app.source', { source: groupSources(study, group, level) }),
    ...(study.notice ? [text(study.notice)] : []),
  ];
}
