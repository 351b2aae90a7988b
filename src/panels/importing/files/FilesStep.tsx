import { useSpeech } from '#state/useApp.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { OfferList } from '../catalogue/OfferList.tsx';
import { useWizard } from '../wizard.ts';
import { DropZone } from './DropZone.tsx';
import { FileCard } from './FileCard.tsx';
import { ServiceForm } from './ServiceForm.tsx';

/** What was dropped, and what was recognised in it. */
export function FilesStep() {
  const { t } = useSpeech();
  const { draft } = useWizard();
  const { inspection } = draft;
  const files = inspection?.files ?? [];
  const lacksAreas =
    inspection !== null &&
    inspection.tables.length > 0 &&
    inspection.layers.every(({ geometry }) => geometry !== 'polygon') &&
    (draft.plan?.levels.length ?? 0) === 0;
  return (
    <>
      {inspection && files.length > 0 ? <Recognised /> : <p class="ql-lead">{t('importing.files-lead')}</p>}
      <div class="ql-import-columns">
        <div class="ql-import-main">
          {lacksAreas && (
            <EmptyState title={t('importing.areas-missing')}>{t('importing.areas-missing-text')}</EmptyState>
          )}
          {files.map((file) => (
            <FileCard key={file.path} file={file} isOpen={files.length <= 4 || file.problems.length > 0} />
          ))}
          {files.length === 0 && <DropZone large />}
        </div>
        <aside class="ql-import-aside">
          {files.length > 0 && <DropZone />}
          <ServiceForm />
        </aside>
      </div>
      {files.length === 0 && <OfferList />}
    </>
  );
}

/** One sentence with what is in the files altogether. */
function Recognised() {
  const { t } = useSpeech();
  const { draft } = useWizard();
  const { files = [], tables = [], layers = [] } = draft.inspection ?? {};
  const own = tables.filter((table) => table.layer === null);
  const areas = layers.filter((layer) => layer.geometry === 'polygon');
  const unread = files.filter((file) => file.format === null).length;
  return (
    <p class="ql-lead">
      {t(foundText(own.length > 0, areas.length > 0), {
        files: t('importing.n-files', { n: files.length }),
        tables: t('importing.n-tables', { n: own.length }),
        rows: t('importing.n-rows', { n: own.reduce((sum, { rows }) => sum + rows, 0) }),
        layers: t('importing.n-layers', { n: areas.length }),
        areas: t('importing.n-areas', { n: areas.reduce((sum, { features }) => sum + features, 0) }),
      })}
      {unread > 0 && ` ${t('importing.files-unread', { n: unread })}`}
    </p>
  );
}

function foundText(hasTables: boolean, hasAreas: boolean) {
  if (hasTables) return hasAreas ? 'importing.files-found' : 'importing.files-found-tables';
  return hasAreas ? 'importing.files-found-layers' : 'importing.files-found-nothing';
}
