import type { ProjectSettings } from '#project/projectFile.ts';

export const settings: ProjectSettings = {
  program: '0.1.0',
  saved: '2026-01-02T03:04:05.000Z',
  view: '#v=1&view=measure',
  disclosure: null,
  scenes: [{ title: 'Anfang', caption: '', view: '#v=1' }],
  profiles: [],
};
