/** A finding in large type; `strong` parts carry the figures. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: boolean;
}

export function Sentence({ parts }: { readonly parts: readonly SentencePart[] }) {
  return (
    <p class="ql-lead" aria-live="polite">
      {parts.map((part, i) => (part.strong ? <strong key={i}>{part.text}</strong> : part.text))}
    </p>
  );
}

/**
 * A text with marked places becomes parts: `{name}` is replaced by `values[name]`, and emphasised where the name is in
 * `strong`.
 */
export function sentenceParts(
  template: string,
  values: Readonly<Record<string, string>>,
  strong: readonly string[],
): readonly SentencePart[] {
  return template.split(/(\{\w+\})/).flatMap((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (piece === '') return [];
    if (!name) return [{ text: piece }];
    return [{ text: values[name] ?? piece, strong: strong.includes(name) }];
  });
}
