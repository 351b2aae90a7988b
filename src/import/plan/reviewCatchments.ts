import { type Problem, problem } from '#model/result.ts';
import type { ReadContext } from '../formats/driver.ts';
import { areaAtOf } from '../join/areaAt.ts';
import { areasOfLayer } from '../join/areaKeys.ts';
import { catchmentForms, offeredForms } from './catchmentForms.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan } from './plan.ts';
import type { CatchmentReview } from './review.ts';
import type { ReviewedPlace } from './reviewInstitutions.ts';

export interface ReviewedCatchments {
  readonly reviews: readonly CatchmentReview[];
  readonly problems: readonly Problem[];
}

/** Which catchments have a school, and what is missing before they can be taken over. */
export async function reviewCatchments(
  plan: ImportPlan,
  placed: readonly ReviewedPlace[],
  data: ImportData,
  context: ReadContext,
): Promise<ReviewedCatchments> {
  const offered = offeredForms(plan.institutions);
  const problems: Problem[] = [];
  const reviews: CatchmentReview[] = [];
  const seen = new Set<string>();
  for (const catchment of plan.catchments ?? []) {
    const { layer, key, crs, year, publicOnly } = catchment;
    const where = { file: layer };
    const raw = data.layer(layer);
    const forms = catchmentForms(catchment, offered);
    // Without any schools catchments are left out, and the card says so.
    if (offered.length > 0) {
      if (!raw) problems.push(problem('plan-file-gone', { file: layer }));
      if (key === '') problems.push(problem('plan-catchments-without-key', {}, where));
      if (crs === '') problems.push(problem('plan-crs-missing', { level: layer }, where));
      if (year === null) problems.push(problem('plan-catchments-year-missing', {}, where));
      const [form] = forms;
      if (form === undefined) problems.push(problem('plan-catchments-without-form', {}, where));
      else if (year !== null && seen.has(`${form} ${year}`))
        problems.push(problem('plan-catchments-twice', { form, year: String(year) }, where));
      seen.add(`${form} ${year}`);
    }
    const areaAt = raw && crs !== '' ? await areaAtOf(catchment, data, context) : null;
    const areas = raw ? areasOfLayer(raw, key, key, catchment.pad).size : 0;
    const filled = new Set<string>();
    let institutions = 0;
    let outside = 0;
    for (const { place, form, isPublic } of placed) {
      if (!forms.includes(form) || (publicOnly && isPublic === false)) continue;
      institutions++;
      const area = areaAt?.(...place) ?? null;
      if (area === null) outside++;
      else filled.add(area);
    }
    reviews.push({ layer, areas, withInstitution: filled.size, institutions, outside });
  }
  return { reviews, problems };
}
