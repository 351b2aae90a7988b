import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Field.css';
import './Slider.css';

export interface SliderProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Either a range … */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** … or the only values there are, ascending, equally far apart on the track (250, 500, 1000, 2000). */
  readonly stops?: readonly number[];
  /** Writes a value: under the track and for screen readers. */
  readonly format: (value: number) => string;
  readonly ticks?: readonly number[];
  /** Show the value beside the label instead of under the track. */
  readonly inline?: boolean;
  readonly note?: ComponentChildren;
  readonly disabled?: boolean;
}

export function Slider(props: SliderProps) {
  const { label, hideLabel, value, onChange, stops, format, inline, note, ticks } = props;
  const id = useId();
  const min = stops ? 0 : (props.min ?? 0);
  const max = stops ? Math.max(0, stops.length - 1) : (props.max ?? 100);
  const toTrack = (each: number) => (stops ? nearest(stops, each) : each);
  const position = toTrack(value);
  const part = (each: number) => (max > min ? (each - min) / (max - min) : 0);
  const output = (
    <output class="ql-slider-value" for={id}>
      {format(value)}
    </output>
  );
  return (
    <div class="ql-field">
      <div class="ql-slider-head">
        <label class={hideLabel ? 'ql-unseen' : inline ? 'ql-slider-name' : 'ql-label'} for={id}>
          {label}
        </label>
        {inline ? output : null}
      </div>
      <input
        id={id}
        class="ql-range"
        type="range"
        min={min}
        max={max}
        step={stops ? 1 : (props.step ?? 1)}
        value={position}
        disabled={props.disabled}
        aria-valuetext={format(value)}
        style={{ '--part': part(position) }}
        onInput={(event) => {
          const moved = event.currentTarget.valueAsNumber;
          const chosen = stops ? stops[moved] : moved;
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      {ticks ? (
        <div class="ql-slider-ticks" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ '--part': part(toTrack(tick)) }}>
              {format(tick)}
            </span>
          ))}
        </div>
      ) : null}
      {inline || ticks ? null : output}
      {note ? <p class="ql-note">{note}</p> : null}
    </div>
  );
}

function nearest(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? stop) - value)) best = index;
  });
  return best;
}
