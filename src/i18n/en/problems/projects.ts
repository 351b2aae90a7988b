import type { projects as source } from '../../de/problems/projects.ts';

export const projects: Readonly<Record<keyof typeof source, string>> = {
  'project-without-description': 'This is no Quartierlupe project file: “{entry}” is missing in it.',
  'project-invalid': 'The description of the project cannot be read ({reason}).',
  'project-newer': 'The project was saved by a newer version of Quartierlupe (format {version}).',
  'project-data-missing': 'The file “{path}”, which the project’s description says lies inside, is missing.',
  'project-data-changed':
    'The file “{path}” inside the project is not the one it was saved with: its checksum differs.',
  'project-file-differs':
    'The file has the name of one of the project’s but other contents, so it is not taken.',
  'import-not-kept':
    'The files this city was made of are no longer here. Open its project or load the files once more.',
  'import-file-left':
    'The file was not needed and was too large to be kept. Choose it once more if you need it now.',
};
