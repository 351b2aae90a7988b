import type { Command } from './command.ts';

export const packCommand: Command = {
  name: 'pack',
  summary: '',
  help: '',
  run: async () => 1,
};
