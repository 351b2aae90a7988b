import type { Study } from '#model/study.ts';
import type { View } from '#state/view.ts';

/** Shows one institution among those of its form; nothing changes when it is not known. */
export function institutionView(study: Study, id: string): Partial<View> {
  const institution = study.institutions.find((one) => one.id === id);
  const form = study.forms.find((one) => one.id === institution?.form);
  return form
    ? { task: 'institutions', kind: form.kind, form: form.id, provider: 'all', institution: id }
    : {};
}
