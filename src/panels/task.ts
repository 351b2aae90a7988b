import type { ComponentType } from 'preact';
import type { CsvCell, CsvColumn } from '#export/csv.ts';
import type { TextKey } from '#i18n/i18n.ts';
import type { MapContents } from '#map/contents.ts';
import type { AnswerTypes, AppState } from '#state/state.ts';
import type { Task, View } from '#state/view.ts';
import type { JobInput } from '#worker/jobs.ts';

/** One task of the top bar: what it asks, shows, answers and gives away. Adding a task is one folder and one line in `catalog.ts`. */
export interface TaskPanel {
  readonly id: Task;
  readonly name: TextKey;
  /** Left: what I ask. */
  readonly Controls: ComponentType;
  /** Right: the answer. */
  readonly Answer: ComponentType;
  /** Floats at the lower left of the map. */
  readonly Legend: ComponentType;
  /** What floats beside a hovered area or institution. */
  readonly Hover: ComponentType;
  /** What the map shows; must be the same object while nothing it depends on has changed. */
  mapContents(state: AppState): MapContents | null;
  /** What a click on an area changes, where that is not the area selected: catchments are drawn as areas, too. */
  areaClicked?(state: AppState, key: string): Partial<View> | null;
  /** Jobs of the worker this task needs now. */
  readonly requests: readonly RequestSpec[];
  /** The main table, ready for export, in the session's language. */
  table(state: AppState): TableExport | null;
  /** Title and lines burnt into the exported picture. */
  caption(state: AppState): { readonly title: string; readonly subtitle: string; readonly source: string };
}

/** A table as it goes into a file. */
export interface TableExport {
  /** File name without ending. */
  readonly name: string;
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly CsvCell[])[];
  /** Title, definition, source, date. */
  readonly head: readonly string[];
}

/** A question to the worker that follows from the state; null while there is nothing to ask. */
export interface RequestSpec<N extends keyof AnswerTypes = keyof AnswerTypes> {
  readonly name: N;
  request(state: AppState): JobInput<N>['request'] | null;
}
