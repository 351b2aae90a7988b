import { useMemo } from 'preact/hooks';
import { levelFor } from '#model/lookup.ts';
import { institutionView } from '#panels/institutions/institutionView.ts';
import { timelineOf } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { SearchBox, type Suggestion } from '#ui/SearchBox.tsx';
import { useServices } from './services.ts';

/** Finds an area of the level shown or an institution by a part of its name or key. */
export function Search() {
  const { t, text } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const change = useChange();
  const { map } = useServices();
  const year = study ? timelineOf(study, view).shown : 0;
  const level = study ? levelFor(study, view.level, year) : null;

  const all = useMemo((): readonly (Suggestion & { readonly words: string })[] => {
    if (!study || !level) return [];
    const family = study.families.find((one) => one.id === level.family);
    const forms = new Map(study.forms.map((form) => [form.id, text(form.name)]));
    const areas = level.keys.map((key, a) => ({
      key: `area ${key}`,
      label: level.names[a] ?? key,
      note: `${family ? text(family.name) : t('app.search-area')} ${key}`,
    }));
    const institutions = study.institutions.map((one) => ({
      key: `institution ${one.id}`,
      label: one.name,
      note: [forms.get(one.form), one.address].filter(Boolean).join(', '),
    }));
    return [...areas, ...institutions].map((one) => ({ ...one, words: folded(`${one.label} ${one.note}`) }));
  }, [study, level, text]);

  if (!study) return null;
  return (
    <SearchBox
      label={t('app.search')}
      placeholder={t('app.search-placeholder')}
      suggest={(typed) => {
        const wanted = folded(typed).split(' ').filter(Boolean);
        const starts = (one: (typeof all)[number]) => (one.words.startsWith(wanted[0] ?? '') ? 0 : 1);
        return all
          .filter((one) => wanted.every((word) => one.words.includes(word)))
          .sort((a, b) => starts(a) - starts(b))
          .slice(0, 12);
      }}
      onChoose={(chosen) => {
        const [kind, key = ''] = chosen.key.split(/ (.*)/s, 2);
        if (kind === 'area') {
          change.view({ area: key });
          map.current?.fitArea(key, { animate: true });
          return;
        }
        change.view(institutionView(study, key));
      }}
    />
  );
}

/** Lower case, umlauts and accents folded, so that "muhlen" finds "Mühlen". */
function folded(words: string): string {
  return words.toLocaleLowerCase('de').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').trim();
}
