import type { projects as source } from '../../de/problems/projects.ts';

export const projects: Readonly<Record<keyof typeof source, string>> = {
  'project-without-description':
    'This is not a Quartierlupe project file: “{entry}” is missing in it. Please open a file with the extension .quartierlupe.',
  'project-invalid': 'The description of the project cannot be read ({reason}). Please open another backup.',
  'project-newer':
    'The project was saved by a newer version of Quartierlupe (format {version}). Please open it there, or reload Quartierlupe.',
  'project-data-missing':
    'The file “{path}” is missing in the project, although its description lists it. Please save or copy the project again.',
  'project-data-changed':
    'The file “{path}” in the project is not the one it was saved with: its checksum differs. Please open another backup.',
  'project-file-differs':
    'The file has the name of one of the project’s files but other contents, so it is not used. Please drop the original file.',
  'import-not-kept':
    'The files this city was made of are no longer here. Open its project or load the files once more.',
  'import-file-left':
    'The file was not needed and was too large to be kept. Choose it once more if you need it now.',
};
