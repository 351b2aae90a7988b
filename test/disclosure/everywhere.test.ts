import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { disclosureProfiles, strict } from '#disclosure/profiles.ts';
import { toldReport } from '#disclosure/report.ts';
import { panels } from '#panels/catalog.ts';
import { studyGuarded, studyOpened, studyUndone } from '#state/actions/study.ts';
import { defaultView } from '#state/defaults.ts';
import { encodeView } from '#state/permalink.ts';
import { createAppStore } from '#state/store.ts';
import type { Workshop } from '#worker/host.ts';
import type { OpenedStudy, PackOrigin } from '#worker/jobs.ts';
import { Shelf } from '#worker/shelf.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { answered, comparable, csvOf, unhurried } from './answering.ts';

const folder = fileURLToPath(new URL('../../data/musterstadt/', import.meta.url));
const musterstadt: PackOrigin = {
  kind: 'files',
  name: 'Musterstadt',
  files: readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ path: name, bytes: new Uint8Array(readFileSync(`${folder}${name}`)) })),
};

async function opened(workshop: Workshop, disclosure = disclosureProfiles[0]): Promise<OpenedStudy> {
  const result = await workshop.open({ ...musterstadt, disclosure: disclosure ?? null }, unhurried);
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return result.value;
}

describe('under every listed profile', () => {
  test.each(disclosureProfiles.map((profile) => [profile.id, profile] as const))(
    '%s: all tasks are answered',
    async (_, profile) => {
      const workshop = createWorkshop(() => 0);
      const { key, study } = await opened(workshop, profile);
      for (const panel of panels) {
        const state = await answered(workshop, { key, study, notes: [] }, panel);
        expect(panel.mapContents(state), panel.id).not.toBeNull();
        expect(panel.caption(state).title, panel.id).not.toBe('');
        expect(panel.table(state)?.rows.length, panel.id).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});

describe('nothing but what may be shown leaves the worker', () => {
  test('every answer, table, caption and link is that of a worker that never had anything else', async () => {
    const workshop = createWorkshop(() => 0);
    const { key, study } = await opened(workshop, strict);
    const shelf = new Shelf();
    const alone = createWorkshop(() => 0, shelf);
    const copy = await shelf.adopt(structuredClone(study));
    for (const panel of panels) {
      const there = await answered(workshop, { key, study, notes: [] }, panel);
      const here = await answered(alone, { ...copy, notes: [] }, panel);
      expect(comparable(there), panel.id).toEqual(comparable(here));
      expect(csvOf(panel, there), panel.id).toBe(csvOf(panel, here));
      expect(panel.caption(there), panel.id).toEqual(panel.caption(here));
      expect(encodeView(there.view, defaultView(study))).toBe(encodeView(here.view, defaultView(copy.study)));
    }
  }, 120_000);

  test('a hidden share is a sign in the table and nowhere a figure', async () => {
    const workshop = createWorkshop(() => 0);
    const raw = await opened(workshop);
    const { key, study } = await workshop.guard({ study: raw.key, disclosure: strict }, unhurried);
    const explore = panels.find(({ id }) => id === 'explore')!;
    const indicator = raw.study.indicators.find(
      ({ measure }) => measure.kind === 'share' && measure.numerator.includes('to-gymnasium'),
    )!.id;
    const linesOf = async (loaded: OpenedStudy) => {
      const state = await answered(workshop, { ...loaded, notes: [] }, explore, { indicator });
      expect(state.view.indicator).toBe(indicator);
      return new Map(explore.table(state)!.rows.map((row) => [row[0], row]));
    };
    const before = await linesOf(raw);
    const after = await linesOf({ key, study });
    const { keys } = study.levels.find(({ id }) => id === 'bezirk')!;
    const { years, columns } = study.observations.find(({ level }) => level === 'bezirk')!;
    const hidden = keys.filter((_, a) =>
      Number.isNaN(columns['to-gymnasium']!.values[(years.length - 1) * keys.length + a]!),
    );
    expect(hidden.length).toBeGreaterThan(80);
    for (const area of hidden) {
      const line = after.get(area)!;
      expect(line.slice(2, 6).filter((cell) => Number.isFinite(cell))).toEqual([]);
      const share = before.get(area)![3]!;
      expect(line).not.toContain(share);
      if (typeof share === 'number')
        expect(['secret', 'too-small']).toContain((line[3] as { sign: string }).sign);
    }
  });

  test('another profile is made of what was delivered, and can be undone', async () => {
    const workshop = createWorkshop(() => 0);
    const raw = await opened(workshop);
    const keep = [raw.key];
    const guard = async (study: string, disclosure: (typeof disclosureProfiles)[number] | null) => {
      const guarded = await workshop.guard({ study, disclosure, keep }, unhurried);
      keep.push(guarded.key);
      return guarded;
    };
    const hidden = await guard(raw.key, strict);
    const less = await guard(hidden.key, disclosureProfiles[1]!);
    const all = await guard(less.key, null);
    expect(new Set([raw, hidden, less, all].map(({ key }) => key)).size).toBe(4);
    expect(all.study).toBe(raw.study);
    expect(less.study).toEqual((await guard(raw.key, disclosureProfiles[1]!)).study);
    expect([all.guard, less.guard?.profile.id, hidden.guard?.profile.id]).toEqual([
      null,
      'standard',
      'strict',
    ]);
    const preview = await workshop.guardReport({ study: hidden.key, disclosure: strict }, unhurried);
    expect(toldReport(preview.report)).toEqual(hidden.guard);

    const start = studyOpened(createAppStore().getState(), { ...raw, notes: [] }, { task: 'need' });
    const guarded = studyGuarded(start, raw.key, { ...hidden, disclosure: strict });
    expect(guarded.study).toMatchObject({ key: hidden.key, disclosure: strict });
    expect(guarded.view).toEqual(start.view);
    expect(studyGuarded(start, 'another', { ...hidden, disclosure: strict })).toBe(start);
    expect(studyUndone(guarded).study).toBe(start.study);
  });
});
