import { useEffect, useId, useRef } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import './Slider.css';
import './TimeSlider.css';

export interface TimeSliderProps {
  readonly label: string;
  /** Years with data, ascending. Years between them without data show as gaps and cannot be chosen. */
  readonly years: readonly number[];
  readonly value: number;
  readonly onChange: (year: number) => void;
  /** Without `onPlay` there is no play button. While playing the slider itself calls `onChange` year by year. */
  readonly playing?: boolean;
  readonly onPlay?: (playing: boolean) => void;
  /** Milliseconds per year while playing. */
  readonly pace?: number;
  /** Under the large year: "31.12." */
  readonly note?: string;
  /** Writes a year, e.g. as school year "2020/21". */
  readonly format?: (year: number) => string;
}

/** When: one year of many, by hand or playing. */
export function TimeSlider(props: TimeSliderProps) {
  const { label, years, value, onChange, playing = false, onPlay, pace = 900, note, format = String } = props;
  const { words } = useLanguage();
  const id = useId();
  const first = years[0] ?? value;
  const last = years.at(-1) ?? value;
  const span = Math.max(1, last - first);
  const part = (year: number) => (year - first) / span;

  const latest = useRef({ years, value, onChange, onPlay });
  latest.current = { years, value, onChange, onPlay };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const now = latest.current;
      const next = now.years.find((year) => year > now.value);
      if (next === undefined) now.onPlay?.(false);
      else now.onChange(next);
    }, pace);
    return () => clearInterval(timer);
  }, [playing, pace]);

  const play = () => {
    if (!playing && value >= last && first !== value) onChange(first);
    onPlay?.(!playing);
  };
  const move = (event: { readonly currentTarget: HTMLInputElement }) => {
    const year = nearestYear(years, event.currentTarget.valueAsNumber, value);
    if (playing) onPlay?.(false);
    if (year !== value) onChange(year);
    // The browser moved its thumb already, also onto a gap.
    event.currentTarget.value = String(year);
  };

  return (
    <div class="ql-time">
      {onPlay ? (
        <button
          type="button"
          class="ql-time-play"
          aria-label={words.t(playing ? 'ui.pause' : 'ui.play')}
          title={words.t(playing ? 'ui.pause' : 'ui.play')}
          disabled={years.length < 2}
          onClick={play}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1l8.5 5-8.5 5z'} fill="currentColor" />
          </svg>
        </button>
      ) : null}
      <div class="ql-time-track">
        <label class="ql-unseen" for={id}>
          {label}
        </label>
        <input
          id={id}
          class="ql-range"
          type="range"
          min={first}
          max={last}
          step={1}
          value={value}
          disabled={years.length < 2}
          aria-valuetext={format(value)}
          style={{ '--part': part(value), '--ql-track': trackOf(years, part) }}
          onInput={move}
        />
        <div class="ql-slider-ticks ql-time-years" data-many={span > 6} aria-hidden="true">
          {labelled(first, last).map((year) => {
            const isKnown = years.includes(year);
            return (
              <span
                key={year}
                class={isKnown ? 'ql-time-year' : 'ql-time-year ql-time-gap'}
                style={{ '--part': part(year) }}
                title={isKnown ? undefined : words.t('ui.no-data-in-year')}
              >
                {format(year)}
              </span>
            );
          })}
        </div>
      </div>
      <div class="ql-time-value" aria-hidden="true">
        <span>{format(value)}</span>
        {note ? <small>{note}</small> : null}
      </div>
    </div>
  );
}

/** Beyond this many years only every second, fifth … is written. */
const roomForYears = 12;

function labelled(first: number, last: number): number[] {
  const every = [1, 2, 5, 10, 20].find((step) => (last - first) / step < roomForYears) ?? 50;
  const years: number[] = [];
  for (let year = first; year <= last; year++) {
    if (every === 1 || year % every === 0) years.push(year);
  }
  return years;
}

/** The year with data nearest to where the thumb was put; a step into a gap goes on in the same direction. */
function nearestYear(years: readonly number[], wanted: number, from: number): number {
  if (years.includes(wanted)) return wanted;
  if (Math.abs(wanted - from) === 1) {
    const onward =
      wanted > from ? years.find((year) => year > wanted) : years.findLast((year) => year < wanted);
    if (onward !== undefined) return onward;
  }
  return years.reduce(
    (best, year) => (Math.abs(year - wanted) < Math.abs(best - wanted) ? year : best),
    from,
  );
}

/** The part of the track still ahead, thinned out where years are missing. */
function trackOf(years: readonly number[], part: (year: number) => number): string {
  const known = 'var(--ql-accent-line)';
  const stops: string[] = [];
  const at = (year: number) => `calc(var(--thumb) / 2 + ${part(year).toFixed(4)} * (100% - var(--thumb)))`;
  for (const [index, year] of years.entries()) {
    const next = years[index + 1];
    if (next === undefined || next === year + 1) continue;
    stops.push(`${known} ${at(year + 0.3)}, var(--ql-line) ${at(year + 0.3)}`);
    stops.push(`var(--ql-line) ${at(next - 0.3)}, ${known} ${at(next - 0.3)}`);
  }
  return stops.length === 0
    ? known
    : `linear-gradient(to right, ${known} 0%, ${stops.join(', ')}, ${known} 100%)`;
}
