import { strToU8, type Zippable, zipSync } from 'fflate';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface HandmadeSheet {
  readonly name: string;
  /** What stands between `<worksheet>` and `</worksheet>`. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
}

/** A workbook written part by part: what no library writes can be tested with it. Formats are cell styles 1, 2, …. */
export function handmadeWorkbook(
  sheets: readonly HandmadeSheet[],
  formats: readonly string[] = [],
  more: Zippable = {},
): Uint8Array {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>` +
      sheets
        .map(
          (_, n) =>
            `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook ${main} xmlns:r="${relations}"><sheets>` +
      sheets
        .map(
          ({ name, state }, n) =>
            `<sheet name="${escaped(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      sheets
        .map(
          (_, n) =>
            `<Relationship Id="rId${n + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet ${main}><numFmts count="${formats.length}">` +
      formats.map((format, n) => `<numFmt numFmtId="${200 + n}" formatCode="${escaped(format)}"/>`).join('') +
      '</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>' +
      [
        '<xf numFmtId="0"/>',
        ...formats.map((_, n) => `<xf numFmtId="${200 + n}" applyNumberFormat="1"/>`),
      ].join('') +
      '</cellXfs></styleSheet>',
  };
  for (const [n, { xml }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${n + 1}.xml`] = `<worksheet ${main}>${xml}</worksheet>`;
  }
  const files: Zippable = {};
  for (const [path, xml] of Object.entries(parts)) files[path] = strToU8(declaration + xml);
  return zipSync({ ...files, ...more });
}

/** One row of cells, each written out: `n`umber, `t`ext and whatever XML else. */
export function row(number: number, cells: readonly string[], attributes = ''): string {
  return `<row r="${number}"${attributes}>${cells.join('')}</row>`;
}

export function numberCell(reference: string, value: number | string, style = 0): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
