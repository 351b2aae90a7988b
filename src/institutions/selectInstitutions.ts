import type { Institution, Study } from '#model/study.ts';
import type { InstitutionRequest } from './answer.ts';

/** The institutions a request speaks of: one kind, one or all forms, one or all sorts of provider. */
export function selectInstitutions(
  study: Study,
  request: Pick<InstitutionRequest, 'kind' | 'form' | 'provider'>,
): readonly Institution[] {
  const forms = new Set(study.forms.filter((form) => form.kind === request.kind).map((form) => form.id));
  const isPublic = new Map(study.providers.map((provider) => [provider.id, provider.public]));
  return study.institutions.filter(
    ({ form, provider }) =>
      forms.has(form) &&
      (request.form === 'all' || request.form === form) &&
      (request.provider === 'all' || isPublic.get(provider) === (request.provider === 'public')),
  );
}
