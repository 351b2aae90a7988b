import type { Study } from '#model/study.ts';
import type { NeedAnswer, Reason } from '#monitoring/answer.ts';
import type { Speech } from '#state/useApp.ts';

/** Class names as keys of texts. */
export function slugOf(name: string): string {
  return name.replaceAll(' ', '-');
}

/** Years are numbers in the data but never get a thousands separator. */
export function reasonText({ code, params }: Reason, { find }: Speech): string {
  const written = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && value > 1900 && value < 2100 ? String(value) : value,
    ]),
  );
  return find('need', `reason-${code}`, written) ?? code;
}

export function reasonFigure({ figure }: Reason, { numbers, t }: Speech): string {
  if (!figure || Number.isNaN(figure.value)) return '';
  const { value } = figure;
  switch (figure.as) {
    case 'sd':
      return t('need.figure-sd', { value: numbers.signed(value) });
    case 'ratio':
      return t('need.figure-ratio', { value: numbers.decimal(value) });
    case 'share':
      return numbers.percent(value, 0);
    case 'points':
      return numbers.points(value);
    case 'years':
      return t('need.years', { n: value });
    case 'count':
      return figure.of === undefined
        ? numbers.integer(value)
        : t('need.figure-of', { n: numbers.integer(value), of: numbers.integer(figure.of) });
  }
}

export function originText(
  reason: Reason,
  answer: NeedAnswer,
  study: Study,
  { t, text }: Speech,
): string | null {
  const { origin } = reason;
  if (!origin) return null;
  const year = String(origin.year);
  if (origin.kind !== 'own') {
    const level = study.levels.find((one) => one.id === origin.level);
    const family = study.families.find((one) => one.id === level?.family);
    return t(`need.origin-${origin.kind}`, { level: family ? text(family.name) : origin.level, year });
  }
  return origin.year === answer.dataYear ? null : t('need.origin-own', { year });
}
