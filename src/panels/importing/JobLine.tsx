import type { TextKey } from '#i18n/i18n.ts';
import type { ImportJob } from '#state/draft.ts';
import { useSpeech } from '#state/useApp.ts';
import { Progress } from '#ui/Progress.tsx';
import { useWizard } from './wizard.ts';

const labels: Readonly<Record<ImportJob['kind'], TextKey>> = {
  read: 'importing.job-read',
  names: 'importing.job-names',
  describe: 'importing.job-describe',
  load: 'importing.job-load',
  renew: 'importing.job-renew',
  protect: 'importing.job-protect',
  adopt: 'importing.job-adopt',
};

/** What the worker is at, how far it is, and a way out. */
export function JobLine() {
  const { t } = useSpeech();
  const { draft, bench } = useWizard();
  const { job } = draft;
  const label = job
    ? job.kind === 'read' && job.subject === ''
      ? t('importing.job-read-files')
      : t(labels[job.kind], { subject: job.subject })
    : '';
  return (
    <div class="ql-import-job">
      <p class="ql-unseen" role="status">
        {label}
      </p>
      {job && <Progress label={label} part={job.part} onCancel={bench.cancel} />}
    </div>
  );
}
