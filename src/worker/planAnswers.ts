import type { ReadContext } from '#import/formats/driver.ts';
import type { Inspection } from '#import/inspect/inspection.ts';
import type { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import type { Review } from '#import/plan/review.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildStudy } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { fail, type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';

/** The Study of a plan as its publishers delivered it, under no disclosure profile yet. */
export interface PlannedStudy {
  readonly study: Study;
  readonly recipe: Recipe;
}

interface Known {
  readonly inspection: Inspection;
  readonly plan: string;
  review?: Review;
  study?: Result<PlannedStudy>;
}

/**
 * What the last plan of an import leads to. The wizard asks about the same plan again and again, at the latest when it
 * is taken over: each answer is worked out once, until the plan or the files are others. An answer that was cancelled
 * is not known.
 */
export class PlanAnswers {
  readonly #session: ImportSession;
  #known: Known | null = null;

  constructor(session: ImportSession) {
    this.#session = session;
  }

  async review(plan: ImportPlan, context: ReadContext): Promise<Review> {
    const known = this.#of(plan);
    known.review ??= await reviewPlan(plan, known.inspection, this.#session, context);
    return known.review;
  }

  /** Refused, with the problems of the review, as long as there are any. */
  async study(plan: ImportPlan, context: ReadContext): Promise<Result<PlannedStudy>> {
    const known = this.#of(plan);
    known.study ??= await this.#build(plan, context);
    return known.study;
  }

  async #build(plan: ImportPlan, context: ReadContext): Promise<Result<PlannedStudy>> {
    const { problems } = await this.review(plan, context);
    if (problems.length > 0) return fail(...problems);
    const recipe = recipeOf(plan, this.#session.inspection);
    if (!recipe.ok) return recipe;
    const built = await buildStudy(recipe.value, this.#session.source(), context);
    return built.ok ? succeed({ study: built.value.study, recipe: recipe.value }, built.notes) : built;
  }

  #of(plan: ImportPlan): Known {
    const { inspection } = this.#session;
    const said = JSON.stringify(plan);
    if (this.#known?.inspection !== inspection || this.#known.plan !== said)
      this.#known = { inspection, plan: said };
    return this.#known;
  }
}
