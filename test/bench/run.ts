import { cpus } from 'node:os';
import { sizes, sunk, timed } from './bench.ts';
import { benchCases } from './cases/catalog.ts';

// npm run bench [-- words of the task …]: least and mean time of every task at every size, in milliseconds; with
// --peers only the tasks that another package was timed at.
const args = process.argv.slice(2).map((word) => word.toLowerCase());
const wanted = args.filter((word) => word !== '--peers');
const cases = benchCases.filter(
  ({ task, peer }) =>
    (peer || !args.includes('--peers')) && wanted.every((word) => task.toLowerCase().includes(word)),
);
const processors = cpus();

console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`);
console.log(
  'Milliseconds, least (mean) of the runs after warm-up. 542: the real areas of Berlin; else lattices.\n',
);

const written = (ms: number): string => ms.toFixed(ms < 1 ? 3 : ms < 100 ? 2 : 0);
const columns = [46, ...sizes.map(() => 20)];
const line = (cells: readonly string[]): string =>
  cells.map((cell, c) => (c === 0 ? cell.padEnd(columns[c]!) : cell.padStart(columns[c]!))).join(' ');

console.log(line(['task', ...sizes.map((size) => `n = ${size.toLocaleString('en')}`)]));
let isMissing = false;
let slower = 0;
for (const { task, sizes: own, prepare, peer } of cases) {
  const least = new Map<number, number>();
  const cells: string[] = [];
  for (const size of sizes) {
    const work = own.includes(size) ? await prepare(size) : null;
    if (!work) {
      isMissing ||= own.includes(size);
      cells.push(own.includes(size) ? 'no data' : '');
      continue;
    }
    const { min, mean } = await timed(work);
    least.set(size, min);
    cells.push(`${written(min)} (${written(mean)})`);
  }
  console.log(line([task, ...cells]));
  if (!peer) continue;
  const theirs = sizes.map((size) => {
    if (size !== 500 && size !== 5_000 && size !== 50_000) return '';
    const ms = peer.ms[size];
    const min = least.get(size);
    if (ms === null) return 'not run';
    if (min === undefined) return written(ms);
    if (min > ms) slower++;
    return `${written(ms)} = ${(ms / min).toPrecision(2)} ×`;
  });
  console.log(line([`  ${peer.by}`, ...theirs]));
}
console.log(
  `\nBelow a task: the fastest other package as recorded, and how many times ours that is. Slower than it: ${slower} figures.`,
);
if (isMissing) console.log('\nno data: Berlin’s files are not beside the repository (../shared).');
console.log(`\nsum of all results, so that nothing is left out: ${sunk().toPrecision(6)}`);
