import { describe, expect, test } from 'vitest';
import { CellScan } from '#import/formats/xlsx/cellScan.ts';

const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';

function scanned(name: string, text: string, cut = text.length): CellScan {
  const scan = new CellScan(name);
  const bytes = new TextEncoder().encode(text);
  scan.push(bytes.subarray(0, cut), false);
  scan.push(bytes.subarray(cut), true);
  return scan;
}

describe('CellScan', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  test('notices hidden rows wherever the text is cut', () => {
    for (let cut = 1; cut < rows.length; cut++) expect(scanned(sheet, rows, cut).mayHideRows).toBe(true);
  });

  test('takes hidden columns and texts about hiding for no hidden rows', () => {
    const columns = '<cols><col min="1" max="2" hidden="1"/></cols>';
    const text = '<row r="1"><c r="A1" t="inlineStr"><is><t>hidden = 1</t></is></c></row>';
    expect(scanned(sheet, columns + text).mayHideRows).toBe(false);
  });

  test('does not rule hidden rows out where it cannot read', () => {
    expect(scanned('xl/worksheets/sheet1.bin', 'xyz').mayHideRows).toBe(true);
  });
});
