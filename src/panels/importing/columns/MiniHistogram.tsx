import { useSpeech } from '#state/useApp.ts';

export interface MiniHistogramProps {
  /** Numbers of values in equal classes from `min` to `max`. */
  readonly bins: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly name: string;
}

const width = 112;
const height = 26;

/** How the values of a column are spread, small. */
export function MiniHistogram({ bins, min, max, name }: MiniHistogramProps) {
  const { t, numbers } = useSpeech();
  const top = Math.max(1, ...bins);
  const each = bins.length > 0 ? width / bins.length : 0;
  const write = (value: number) =>
    Number.isInteger(value) ? numbers.integer(value) : numbers.decimal(value, Math.abs(value) < 10 ? 2 : 1);
  if (bins.length === 0 || !Number.isFinite(min)) return <span class="ql-note">–</span>;
  return (
    <span class="ql-import-histogram">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('importing.histogram', { name, min: write(min), max: write(max) })}
      >
        {bins.map((count, i) => {
          const tall = count === 0 ? 0 : Math.max(1.5, (count / top) * (height - 2));
          return (
            <rect
              key={i}
              x={i * each + 0.5}
              y={height - 1 - tall}
              width={Math.max(1, each - 1)}
              height={tall}
            />
          );
        })}
        <path d={`M0 ${height - 0.5}H${width}`} />
      </svg>
      <span class="ql-note">
        <span>{write(min)}</span>
        <span>{write(max)}</span>
      </span>
    </span>
  );
}
