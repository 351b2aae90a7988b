import { download } from '#export/download.ts';
import { fileName } from '#export/fileName.ts';
import { mapPicture, smallestWidth } from '#export/png.ts';
import type { MapView } from '#map/mapView.ts';
import { disclosureLine } from '#panels/disclosure/disclosureLine.ts';
import type { TaskPanel } from '#panels/task.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';

/** Saves what the map shows as a picture that explains itself, and returns the file's name. */
export async function savePicture(map: MapView | null, state: AppState, panel: TaskPanel): Promise<string> {
  const speech = speechOf(state.session.language);
  const { t, text, language } = speech;
  if (!map || !state.study) throw new Error(t('app.map-unavailable-title'));
  const { title, subtitle, source } = panel.caption(state);
  const svgs = legendCharts();
  const now = new Date();
  const blob = await mapPicture({
    // At least as many pixels as the picture gets: nothing is blown up.
    map: await map.capture(Math.max(2, smallestWidth / map.size().width)),
    title,
    subtitle,
    source: [t('app.source', { source }), ...disclosureLine(state.study.disclosure, speech)].join(' · '),
    date: t('app.picture-date', { date: now.toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB') }),
    notice: state.study.study.notice ? text(state.study.study.notice) : null,
    legend: svgs.length > 0 ? { title: '', svgs } : null,
    isBare: (...part) => map.isBare(...part),
  });
  const file = fileName([state.view.city, title], 'png');
  download(blob, file);
  return file;
}

/** Charts of the legend; the hatched swatches are SVGs inside them and come along with theirs. */
function legendCharts(): readonly SVGSVGElement[] {
  return [...document.querySelectorAll<SVGSVGElement>('.ql-legend svg')].filter(
    (svg) => !svg.parentElement?.closest('svg'),
  );
}
