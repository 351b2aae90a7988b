import * as v from 'valibot';
import { disclosureSchema } from '#disclosure/disclosureSchema.ts';
import { id, text } from '#import/pack/descriptor.ts';
import { type Recipe, recipeSchema } from '#import/recipe/recipe.ts';

/** Where the description stands in the zip, and below which folder the data lie. */
export const projectEntry = 'project.json';
export const dataFolder = 'data/';
export const projectEnding = '.quartierlupe';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Links are kept without an address: only what is shown, never where the program runs. */
const link = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^#/));

/**
 * The description inside a project file (`.quartierlupe`, a zip): everything needed to show the same again, and the
 * checksums of the data it was made from. Documented for people in `data/README.md`; this schema is the authority.
 */
export const projectSchema = v.object({
  quartierlupe: v.literal('project'),
  version: v.literal(1),
  /** Version of the program that wrote it. */
  program: v.string(),
  saved: v.pipe(v.string(), v.isoTimestamp()),
  city: id,
  title: text,
  /** What was shown last. */
  view: link,
  /** Null: the data are a city pack already. */
  recipe: v.nullable(recipeSchema),
  disclosure: v.nullable(disclosureSchema),
  scenes: v.array(v.object({ title: v.string(), caption: v.string(), view: link })),
  /** Method profiles of one's own; read by whoever applies them. */
  profiles: v.array(v.record(v.string(), v.unknown())),
  /** The official files behind the recipe, or those of the pack. */
  files: v.array(
    v.object({ path: v.string(), bytes: v.pipe(v.number(), v.integer(), v.minValue(0)), sha256 }),
  ),
  data: v.picklist(['inside', 'outside']),
});

export type Project = v.InferOutput<typeof projectSchema>;
export type ProjectFile = Project['files'][number];
/** What the page knows of a project; files and data are added where they lie. */
export type ProjectSettings = Pick<
  Project,
  'program' | 'saved' | 'view' | 'disclosure' | 'scenes' | 'profiles'
>;
export type { Recipe };
