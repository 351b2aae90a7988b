import type { DisclosureProfile } from '#disclosure/profile.ts';
import { limits } from '#disclosure/profiles.ts';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Chips } from '#ui/Chips.tsx';
import { TextField } from '#ui/TextField.tsx';

/** What stands in the fields: text, as it may be wrong while it is typed. */
export interface RuleTexts {
  readonly minimumCount: string;
  readonly minimumDenominator: string;
  readonly minimumInstitution: string;
  readonly roundTo: '1' | '3' | '5' | '10';
  /** Per cent; empty where dominance is not looked at. */
  readonly dominance: string | null;
  readonly secondary: boolean;
}

const roundings = ['1', '3', '5', '10'] as const;
const wholeRules = ['minimumCount', 'minimumDenominator', 'minimumInstitution'] as const;
const names = {
  minimumCount: 'disclosure.field-count',
  minimumDenominator: 'disclosure.field-denominator',
  minimumInstitution: 'disclosure.field-institution',
} as const;

export function textsOf(profile: DisclosureProfile): RuleTexts {
  const { minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary } = profile;
  return {
    minimumCount: String(minimumCount),
    minimumDenominator: String(minimumDenominator),
    minimumInstitution: String(minimumInstitution),
    roundTo: `${roundTo}`,
    dominance: dominance === null ? null : String(Math.round(dominance * 100)),
    secondary,
  };
}

/** The profile in the fields; null while one of them is wrong. */
export function profileOf(texts: RuleTexts): DisclosureProfile | null {
  const wrong = wholeRules.some((rule) => !isWhole(texts[rule], 0, limits[rule]));
  const { roundTo, dominance, secondary } = texts;
  if (wrong || isOverRounded(texts) || (dominance !== null && !isWhole(dominance, 50, 100))) return null;
  return {
    id: 'own',
    minimumCount: Number(texts.minimumCount),
    minimumDenominator: Number(texts.minimumDenominator),
    minimumInstitution: Number(texts.minimumInstitution),
    roundTo: Number(roundTo) as DisclosureProfile['roundTo'],
    dominance: dominance === null ? null : Number(dominance) / 100,
    secondary,
  };
}

function isWhole(text: string, from: number, to: number): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;
}

function isOverRounded({ roundTo, minimumCount }: RuleTexts): boolean {
  return roundTo !== '1' && Number(minimumCount) > Number(roundTo);
}

/** Every rule to be set by hand. */
export function OwnRules({
  texts,
  onChange,
}: {
  readonly texts: RuleTexts;
  readonly onChange: (texts: RuleTexts) => void;
}) {
  const { t } = useSpeech();
  const range = (from: number, to: number) => t('disclosure.error-range', { from, to });
  const errorOf = (rule: (typeof wholeRules)[number]): string | null => {
    if (!isWhole(texts[rule], 0, limits[rule])) return range(0, limits[rule]);
    if (rule !== 'minimumCount' || !isOverRounded(texts)) return null;
    return t('disclosure.error-rounding', { base: texts.roundTo });
  };
  return (
    <div class="ql-disclosure-own">
      {wholeRules.map((rule) => (
        <TextField
          key={rule}
          label={t(names[rule])}
          value={texts[rule]}
          inputMode="numeric"
          size={6}
          error={errorOf(rule)}
          onChange={(value) => onChange({ ...texts, [rule]: value })}
        />
      ))}
      <Chips
        label={t('disclosure.field-rounding')}
        options={roundings.map((value) => ({
          value,
          label: value === '1' ? t('disclosure.rounding-none') : value,
        }))}
        value={texts.roundTo}
        onChange={(roundTo) => onChange({ ...texts, roundTo })}
      />
      <Checkbox
        label={t('disclosure.field-dominance')}
        checked={texts.dominance !== null}
        onChange={(isOn) => onChange({ ...texts, dominance: isOn ? '85' : null })}
      />
      {texts.dominance !== null && (
        <TextField
          label={t('disclosure.field-dominance-share')}
          value={texts.dominance}
          inputMode="numeric"
          size={6}
          error={isWhole(texts.dominance, 50, 100) ? null : range(50, 100)}
          onChange={(dominance) => onChange({ ...texts, dominance })}
        />
      )}
      <Checkbox
        label={t('disclosure.field-secondary')}
        checked={texts.secondary}
        onChange={(secondary) => onChange({ ...texts, secondary })}
      />
    </div>
  );
}
