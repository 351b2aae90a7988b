import type { ServiceKind } from '#import/formats/services/service.ts';
import type { LocalText, Statement } from '#model/text.ts';

/** A recipe of the catalogue that goes with the app. */
export interface RecipeOffer {
  readonly id: string;
  /** Of the recipe, below the address of the app. */
  readonly path: string;
  readonly title: LocalText;
  /** What the city has in the end. */
  readonly what: LocalText;
  readonly files: readonly OfferedFile[];
}

export interface OfferedFile {
  /** The name the recipe knows it by. */
  readonly path: string;
  readonly publisher: Statement;
  readonly licence: Statement;
  /** Page on which the publisher offers it. */
  readonly offered: string | null;
  /** The city can be opened without it. */
  readonly optional: boolean;
  /** The layer of a service it can be loaded from. */
  readonly from?: {
    readonly service: ServiceKind;
    readonly address: string;
    readonly layer: string;
    readonly format?: string;
  };
}
