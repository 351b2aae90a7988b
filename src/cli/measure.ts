import type { IndexContext } from '#stats/spec.ts';
import { islandsOf } from '#stats/weights/sparse.ts';
import type { Command, Io } from './command.ts';
import { Findings } from './findings.ts';
import { measureHelp } from './measureHelp.ts';
import { contextOfSide, readMeasureInput } from './measureInput.ts';
import { listOfIndices, plainList } from './measureList.ts';
import { measureOptions } from './measureOptions.ts';
import { obstacleTexts, printResults } from './measurePrint.ts';
import { type MeasureResults, measureResults, plainResults } from './measureResults.ts';
import type { MeasureSide } from './measureSide.ts';

export const measureCommand: Command = {
  name: 'measure',
  summary: 'Segregationsindizes einer Tabelle oder eines Datenpakets',
  help: measureHelp,
  run: async (args, io) => {
    const options = measureOptions(args);
    if (options.list) {
      io.out(options.json ? JSON.stringify(plainList()) : listOfIndices());
      return 0;
    }
    const findings = new Findings();
    const sides = await readMeasureInput(options, findings);
    const contexts = sides?.map((side) => contextOfSide(side, options.space, findings));
    for (const line of new Set(findings.notes())) io.err(`Hinweis: ${line}`);
    if (!sides || !contexts || findings.found) {
      for (const line of findings.problems()) io.err(line);
      return 1;
    }
    const results = measureResults(options, sides, contexts);
    noteObstructed(results, io);
    noteIslands(results, contexts, io);
    noteUnmatched(results, io);
    if (options.json) io.out(JSON.stringify(plainResults(results)));
    else printResults(results, io);
    return 0;
  },
};

/** What is missing, and what it would need. */
function noteObstructed({ obstructed, options }: MeasureResults, io: Io): void {
  for (const obstacle of new Set(obstructed.map((one) => one.obstacle))) {
    const ids = obstructed.filter((one) => one.obstacle === obstacle).map(({ spec }) => spec.id);
    io.err(
      `Hinweis: ${options.indices ? 'Ohne Wert' : 'Nicht dabei'}: ${ids.join(', ')} – ${obstacleTexts[obstacle]}.`,
    );
  }
}

/** Units without neighbours count in n and in the mean of spatial indices, but nobody is compared with them. */
function noteIslands(
  { specs, values, sides }: MeasureResults,
  contexts: readonly IndexContext[],
  io: Io,
): void {
  sides.forEach((side, s) => {
    if (!specs.some((spec) => spec.needs.includes('weights') && values[s]?.has(spec))) return;
    const { weights } = contexts[s] ?? {};
    const islands = weights ? Array.from(islandsOf(weights), (at) => side.keys[at]!) : [];
    if (islands.length === 0) return;
    const more = islands.length > 5 ? ` und ${islands.length - 5} weitere` : '';
    io.err(`Hinweis: Ohne Nachbarn${ofSide(side, sides)}: ${islands.slice(0, 5).join(', ')}${more}.`);
  });
}

function ofSide({ label }: MeasureSide, sides: readonly MeasureSide[]): string {
  return sides.length < 2 ? '' : ` (${label})`;
}

function noteUnmatched({ change, sides }: MeasureResults, io: Io): void {
  for (const [keys, side] of [
    [change?.removed ?? [], sides[0]],
    [change?.added ?? [], sides[1]],
  ] as const) {
    if (keys.length === 0 || !side) continue;
    const more = keys.length > 5 ? ' …' : '';
    io.err(
      `Hinweis: ${keys.length === 1 ? 'Eine Einheit' : `${keys.length} Einheiten`} nur in ${side.label}: ${keys.slice(0, 5).join(', ')}${more}.`,
    );
  }
}
