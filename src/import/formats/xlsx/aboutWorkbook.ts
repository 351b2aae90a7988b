import type { FullProperties } from '@e965/xlsx';
import type { FileAbout } from '../driver.ts';

const longest = 200;

/** What a workbook says about itself. Its author is a person, not a publisher: passed over. */
export function aboutWorkbook(props: FullProperties | undefined): FileAbout | null {
  const text = (value: unknown): string =>
    typeof value === 'string' && value.length <= longest ? value.trim() : '';
  const title = text(props?.Title);
  const publisher = text(props?.Company);
  const texts = [text(props?.Subject), text(props?.Comments)].filter((one) => one !== '');
  if (title === '' && publisher === '' && texts.length === 0) return null;
  return { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), texts };
}
