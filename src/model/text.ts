/** A text that travels with the data, in both languages of the interface. */
export interface LocalText {
  readonly de: string;
  readonly en: string;
}
