import { ageAttribute } from '../inspect/concepts/ages.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import type { KnownShare } from './knownShares.ts';
import type { PlannedFigure } from './plannedFigures.ts';
import { type PlanText, wordedWith } from './planText.ts';
import type { Whole } from './wholes.ts';

/** What a proposed indicator is called. A published share is called what it is. */
export function indicatorName(
  { name, role }: PlannedFigure,
  whole: Whole | null,
  known: KnownShare | null,
): PlanText {
  if (known) return known.name;
  if (!whole || role === 'share') return name;
  return wordedWith(
    [name],
    (part) => `Anteil: ${part}`,
    (part) => `Share: ${part}`,
  );
}

/** Of what it is a share, and how what was published became a value of the city. */
export function indicatorDefinition(
  figure: PlannedFigure,
  whole: Whole | null,
  known: KnownShare | null,
  nameOf: (variable: string) => PlanText,
): PlanText {
  if (figure.role === 'share') return publishedShare(figure, nameOf);
  const { weight } = figure;
  if (!whole) {
    const full = fullName(figure);
    if (weight === null || figure.role === 'count') return full;
    return wordedWith(
      [full, nameOf(weight)],
      (name, by) => `${name} (Wert der Stadt: Mittel, gewichtet mit: ${by})`,
      (name, by) => `${name} (value of the city: mean weighted with: ${by})`,
    );
  }
  const concept = conceptById(figure.variable);
  const ofAll = concept?.universe === 'residents';
  if (whole.ages) {
    const ages = ageAttribute(whole.ages);
    return wordedWith(
      [figure.name],
      (name) => `${name} an den Einwohnerinnen und Einwohnern ${ages.de}`,
      (name) => `${name} among residents ${ages.en}`,
    );
  }
  if (known) return known.definition;
  if (concept?.ages && ofAll) {
    return wordedWith(
      [figure.name],
      (name) => `${name} an der Bevölkerung (aller Altersgruppen)`,
      (name) => `${name} among residents (of all ages)`,
    );
  }
  const plain = (name: string, ...wholes: readonly string[]): string => `${name} / ${wholes.join(' + ')}`;
  return wordedWith([fullName(figure), ...whole.figures.map(({ name }) => name)], plain, plain);
}

function publishedShare(figure: PlannedFigure, nameOf: (variable: string) => PlanText): PlanText {
  const { base, weight, averagedBy } = figure;
  const full = fullName(figure);
  if (base) {
    return wordedWith(
      [full, nameOf(base)],
      (name, whole) => `${name} – veröffentlichter Anteil; Zahlen geschätzt als Anteil × ${whole}`,
      (name, whole) => `${name} – published share; numbers estimated as share × ${whole}`,
    );
  }
  if (averagedBy) {
    return wordedWith(
      [full, nameOf(averagedBy)],
      (name, count) =>
        `${name} – veröffentlichter Anteil; Wert der Stadt: „${count}“ geteilt durch das Ganze, das sich aus Anzahl und Anteil ergibt`,
      (name, count) =>
        `${name} – published share; value of the city: “${count}” divided by the whole that number and share imply`,
    );
  }
  if (averagedBy === null) {
    return wordedWith(
      [full],
      (name) => `${name} – veröffentlichter Anteil; wovon, ist nicht geladen, daher ohne Wert der Stadt`,
      (name) =>
        `${name} – published share; what it is a share of is not loaded, so without a value of the city`,
    );
  }
  if (weight !== null) {
    return wordedWith(
      [full, nameOf(weight)],
      (name, by) => `${name} – veröffentlichter Anteil; Wert der Stadt: Mittel, gewichtet mit: ${by}`,
      (name, by) => `${name} – published share; value of the city: mean weighted with: ${by}`,
    );
  }
  return wordedWith(
    [full],
    (name) => `${name} – veröffentlichter Anteil; ohne die Zahlen dahinter, daher ohne Wert der Stadt`,
    (name) => `${name} – published share; without the numbers behind it, so without a value of the city`,
  );
}

/** The head says more than a shortened name, but not than the name of a known figure. */
function fullName({ variable, name, head }: PlannedFigure): PlanText {
  return conceptById(variable) || head === null ? name : head;
}
