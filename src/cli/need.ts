import type { Command } from './command.ts';

export const needCommand: Command = {
  name: 'need',
  summary: '',
  help: '',
  run: async () => 1,
};
