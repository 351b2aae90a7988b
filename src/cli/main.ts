import { loadWords } from '#i18n/i18n.ts';
import type { Command, Io } from './command.ts';
import { UsageError } from './command.ts';
import { measureCommand } from './measure.ts';
import { needCommand } from './need.ts';
import { packCommand } from './pack.ts';

export const commands: readonly Command[] = [packCommand, measureCommand, needCommand];

/** Runs one call of the command line and returns its exit code. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  await loadWords('de');
  const [name, ...args] = argv;
  const command = commands.find((candidate) => candidate.name === name);
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(overview());
    return 0;
  }
  if (!command) {
    io.err(name ? `Unbekannter Befehl: ${name}\n\n${overview()}` : overview());
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    const misread = argumentMessage(error);
    const isUsage = error instanceof UsageError || misread !== null;
    io.err(misread ?? (error instanceof Error ? error.message : String(error)));
    if (isUsage) io.err(`Hilfe: npm run -s quartierlupe -- ${command.name} --help`);
    return isUsage ? 2 : 1;
  }
}

/** What `parseArgs` of Node says in English, in German; null for any other error. */
function argumentMessage(error: unknown): string | null {
  if (!(error instanceof TypeError)) return null;
  const quoted = /'([^' ]+)/.exec(error.message)?.[1] ?? '';
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Die Option „${quoted}“ gibt es nicht.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `„${quoted}“ gehört zu keiner Option.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take')
        ? `Die Option „${quoted}“ hat keinen Wert.`
        : `Der Option „${quoted.replace(/,$/, '')}“ fehlt ihr Wert. Einer, der mit „-“ beginnt, steht nach einem „=“.`;
    default:
      return null;
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Quartierlupe ohne Browser: npm run -s quartierlupe -- BEFEHL …',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Jeder Befehl erklärt sich mit --help.',
  ].join('\n');
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href) {
  // Whoever reads may stop early (`| head`): that ends the output, not in an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
}
