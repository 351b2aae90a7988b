import { useMemo } from 'preact/hooks';
import type { Desk } from '#panels/importing/bench.ts';
import { ImportWizard } from '#panels/importing/ImportWizard.tsx';
import type { Openable } from '#state/draft.ts';
import type { ImportFile } from '#worker/jobs.ts';
import { descriptorIn, folderOf, zipKind } from '../dropped.ts';
import { useOpenDropped } from '../LoadMenu.tsx';
import { useServices } from '../services.ts';

/** The wizard, with what it needs of the app around it. */
export function ImportDesk() {
  const { client } = useServices();
  const openDropped = useOpenDropped();
  const desk = useMemo(
    () => ({ sort, open: ({ files }: Openable) => openDropped(files.map(asDropped)) }),
    [],
  );
  return <ImportWizard client={client} desk={desk} />;
}

/** Projects, and city packs as a folder or a zip. What comes back from an earlier visit has been sorted then. */
const sort: Desk['sort'] = async (incoming) => {
  const openables: Openable[] = [];
  const fresh = incoming.filter(({ content }) => content instanceof Blob);
  const descriptor = descriptorIn(fresh);
  const folder = descriptor && folderOf(descriptor);
  const pack = fresh.filter(({ path }) => folder !== undefined && path.startsWith(folder));
  if (descriptor) {
    const name = folder?.replace(/\/$/, '') || descriptor.path;
    openables.push({ kind: 'pack', name, files: pack });
  }
  const files: ImportFile[] = [];
  for (const file of incoming.filter((one) => !pack.includes(one))) {
    const kind = await kindOf(file);
    if (kind) openables.push({ kind, name: file.path, files: [file] });
    else files.push(file);
  }
  return { openables, files };
};

async function kindOf({ path, content }: ImportFile): Promise<Openable['kind'] | null> {
  if (!(content instanceof Blob)) return null;
  if (/\.quartierlupe$/i.test(path)) return 'project';
  const kind = /\.zip$/i.test(path) ? await zipKind(content) : null;
  return kind === 'other' ? null : kind;
}

function asDropped({ path, content }: ImportFile): { readonly path: string; readonly file: File } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, file: content instanceof File ? content : new File([content as BlobPart], name) };
}
