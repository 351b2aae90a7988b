import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCases } from './case.ts';
import { compareAll, type Outcome } from './compare.ts';

// npm run -s oracles [-- FOLDER]: every entry of the reference cases against our functions, a line per index code.
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../shared/oracles/open', import.meta.url));
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exit(2);
}
const cases = readCases(folder, (name) =>
  console.error(`${name} is no case of the format and was left out.`),
);
if (cases.length === 0) {
  console.error(`There is no case in ${folder}.`);
  process.exit(2);
}
const outcomes = compareAll(cases);
const kinds = ['expected', 'stochastic'] as const;
for (const kind of kinds) {
  const own = outcomes.filter((one) => one.kind === kind);
  console.log(`\n${kind}: ${own.length} entries`);
  console.log(
    `${'code'.padEnd(28)}${'entries'.padStart(9)}${'agree'.padStart(9)}${'deviate'.padStart(9)}${'worst'.padStart(11)}${'not covered'.padStart(13)}`,
  );
  const codes = [...new Set(own.map((one) => one.index))];
  for (const code of codes)
    console.log(
      lineOf(
        code,
        own.filter((one) => one.index === code),
      ),
    );
}
console.log('\nworst: largest difference in units of the tolerance; 1 is just within.');

const uncovered = outcomes.filter((one) => one.status === 'not covered');
if (uncovered.length > 0) console.log('\nNot covered:');
for (const [words, count] of counted(uncovered.map((one) => `${one.index}: ${one.words}`))) {
  console.log(`  ${words} (${count})`);
}
const deviating = outcomes.filter((one) => one.status === 'deviates');
if (deviating.length > 0) console.log('\nDeviating:');
for (const one of deviating) console.log(`  ${one.file} ${one.index} ${one.entry}\n    ${one.words}`);
const agreeing = outcomes.length - uncovered.length - deviating.length;
console.log(
  `\n${outcomes.length} entries: ${agreeing} agree, ${deviating.length} deviate, ${uncovered.length} not covered.`,
);
process.exitCode = deviating.length > 0 ? 1 : 0;

function lineOf(code: string, own: readonly Outcome[]): string {
  const count = (status: Outcome['status']): string =>
    String(own.filter((one) => one.status === status).length);
  const worst = own.reduce((most, one) => Math.max(most, one.worst), 0);
  return `${code.padEnd(28)}${String(own.length).padStart(9)}${count('agrees').padStart(9)}${count('deviates').padStart(9)}${worst.toPrecision(2).padStart(11)}${count('not covered').padStart(13)}`;
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
