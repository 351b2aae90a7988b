import type { Study } from '#model/study.ts';
import { kleinstadtFiles, open } from '../import/pack/fixturePack.ts';

let opened: Promise<Study> | null = null;

/** The hand-made town of the import tests, opened once. */
export function kleinstadtStudy(): Promise<Study> {
  opened ??= open(kleinstadtFiles()).then((result) => {
    if (!result.ok) throw new Error(`invalid fixture: ${result.problems[0]?.code}`);
    return result.value;
  });
  return opened;
}
