import { guardStudy } from '#disclosure/guard.ts';
import { hidesNothing } from '#disclosure/profiles.ts';
import { openPack } from '#import/pack/openPack.ts';
import { type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { fromFolder } from './fromFolder.ts';

/** A city as it may be shown. */
export interface ShownStudy {
  readonly study: Study;
  /** What was kept from being shown, as one sentence in German; null where the pack declares nothing. */
  readonly guarded: string | null;
}

/** Opens a pack under the disclosure profile that it declares: what is printed then tells no more than the app does. */
export async function openShown(directory: string): Promise<Result<ShownStudy>> {
  const opened = await openPack(fromFolder(directory));
  if (!opened.ok) return opened;
  const { disclosure } = opened.value;
  if (!disclosure || hidesNothing(disclosure)) {
    return succeed({ study: opened.value, guarded: null }, opened.notes);
  }
  const { study, report } = guardStudy(opened.value, disclosure);
  const of = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const hidden = of(report.hidden) + of(report.institutions.hidden);
  const rounded = report.rounded > 0 ? `, ${report.rounded} gerundet` : '';
  const guarded =
    `Das Datenpaket verlangt statistische Geheimhaltung (Profil ${disclosure.id}): ` +
    `${hidden} von ${report.cells + report.institutions.cells} Zahlen sind verborgen${rounded}.`;
  return succeed({ study, guarded }, opened.notes);
}
