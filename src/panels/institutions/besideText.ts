import type { InstitutionAnswer } from '#institutions/answer.ts';
import type { Speech } from '#state/useApp.ts';

/** A difference of D below one point is none worth telling. */
const worthTelling = 0.01;

/**
 * What the step from residents to institutions means, in one sentence. D without the part of chance is compared, for
 * institutions are much smaller than areas. Null while there is no D.
 */
export function besideText(
  { t, numbers }: Speech,
  { indices, residents }: Pick<InstitutionAnswer, 'indices' | 'residents'>,
): string | null {
  const { correctedD } = indices;
  if (Number.isNaN(correctedD)) return null;
  if (correctedD <= 0) return t('institutions.beside-chance');
  if (!residents || Number.isNaN(residents.D)) return null;
  const gap = correctedD - residents.D;
  if (Math.abs(gap) < worthTelling) return t('institutions.beside-alike');
  return t(gap > 0 ? 'institutions.beside-more' : 'institutions.beside-less', {
    gap: numbers.decimal(Math.abs(gap) * 100),
  });
}
