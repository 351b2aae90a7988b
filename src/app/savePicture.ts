import { download } from '#export/download.ts';
import { fileName } from '#export/fileName.ts';
import { mapPicture } from '#export/png.ts';
import type { MapView } from '#map/mapView.ts';
import type { TaskPanel } from '#panels/task.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';

/** Saves what the map shows as a picture that explains itself, and returns the file's name. */
export async function savePicture(map: MapView | null, state: AppState, panel: TaskPanel): Promise<string> {
  const { t, text, language } = speechOf(state.session.language);
  if (!map || !state.study) throw new Error(t('app.map-unavailable-title'));
  const { title, subtitle, source } = panel.caption(state);
  const legend = stacked([...document.querySelectorAll<SVGSVGElement>('.ql-legend svg')]);
  const now = new Date();
  const blob = await mapPicture({
    map: await map.capture(2),
    title,
    subtitle,
    source,
    date: now.toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB'),
    notice: state.study.study.notice ? text(state.study.study.notice) : null,
    legend: legend ? { title: '', svg: legend } : null,
    isBare: (...part) => map.isBare(...part),
  });
  const file = fileName([state.view.city, title], 'png');
  download(blob, file);
  return file;
}

/** The keys of the legend below each other as one picture; null when there are none. */
function stacked(parts: readonly SVGSVGElement[]): SVGSVGElement | null {
  if (parts.length === 0) return null;
  const gap = 6;
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  let y = 0;
  let width = 0;
  for (const part of parts) {
    const box = part.getBoundingClientRect();
    const copy = part.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('y', String(y));
    whole.append(copy);
    y += box.height + gap;
    width = Math.max(width, box.width);
  }
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(y - gap));
  whole.setAttribute('viewBox', `0 0 ${width} ${y - gap}`);
  return whole;
}
