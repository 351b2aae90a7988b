import { useId, useState } from 'preact/hooks';
import { filesByHand, openedByHand } from '#import/formats/services/filesByHand.ts';
import type { Problem } from '#model/result.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';

/** What pages may not read, people may open: the addresses of what could not be fetched, to be saved and dropped here. */
export function SaveByHand({ problems }: { readonly problems: readonly Problem[] }) {
  const found = problems.flatMap((one) => openedByHand(one) ?? [])[0];
  return found ? <Addresses key={found.address} {...found} /> : null;
}

function Addresses({ address, layer: named }: { readonly address: string; readonly layer: string }) {
  const { t } = useSpeech();
  const [layer, setLayer] = useState(named);
  const heading = useId();
  const { list, files } = filesByHand(address, layer.trim());
  return (
    <section class="ql-import-by-hand" aria-labelledby={heading}>
      <h3 id={heading}>{t('importing.by-hand-title')}</h3>
      <p>{t(list === null ? 'importing.by-hand-file' : 'importing.by-hand-layer')}</p>
      {list !== null && (
        <>
          <Address address={list} label={t('importing.by-hand-list')} />
          <TextField
            label={t('importing.by-hand-name')}
            value={layer}
            onChange={setLayer}
            note={t('importing.by-hand-name-note')}
          />
        </>
      )}
      {files.map((file) => (
        <Address key={file.format} address={file.address} label={t(`importing.by-hand-${file.format}`)} />
      ))}
    </section>
  );
}

/** A link that opens beside the app and tells nobody where it was pressed, with its text to be taken along. */
function Address({ address, label }: { readonly address: string; readonly label: string }) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState<string | null>(null);
  // The clipboard is closed to pages opened without TLS; the address stands there all the same.
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(t('importing.by-hand-copied'));
    } catch {
      setCopied(t('importing.by-hand-not-copied'));
    }
  };
  return (
    <div class="ql-import-address">
      <a href={address} target="_blank" rel="noopener noreferrer">
        {label}
      </a>
      <Button small onClick={() => void copy()}>
        {t('importing.by-hand-copy')}
        <span class="ql-unseen">: {label}</span>
      </Button>
      <span class="ql-note" role="status">
        {copied}
      </span>
      <code>{address}</code>
    </div>
  );
}
