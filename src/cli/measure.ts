import type { Command } from './command.ts';

export const measureCommand: Command = {
  name: 'measure',
  summary: '',
  help: '',
  run: async () => 1,
};
